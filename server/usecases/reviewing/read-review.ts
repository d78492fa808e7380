import type { ReviewView } from '@/contracts/review-view'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import type { RequestName } from '../change-requests/load-change-request'
import { readReviewView } from './review-view'

/** A change request by what is to be decided. */
export const readReview = (ctx: Context, name: RequestName): Promise<ReviewView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    return readReviewView(ctx, stores, name)
  })
