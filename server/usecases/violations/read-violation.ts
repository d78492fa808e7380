import type { ViolationView } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { withShare } from './with-share'

export const readViolation = (ctx: Context, { id }: { readonly id: string }): Promise<ViolationView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const found =
      (await stores.violations.find(id, ctx.now())) ?? fail({ code: 'not-found', what: 'violation' })
    const [violation] = await withShare(stores, [found], ctx.now())
    return violation ?? found
  })
