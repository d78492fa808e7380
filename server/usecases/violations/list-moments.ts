import type { MomentView } from '@/contracts/board'
import type { Listing } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'

const shown = 200

/** What happened to a violation, newest first: the last 200 moments. */
export const listMoments = (ctx: Context, { id }: { readonly id: string }): Promise<Listing<MomentView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-violations')
    const moments = await stores.triage.moments(id)
    if (moments.length === 0) fail({ code: 'not-found', what: 'violation' })
    return {
      data: moments
        .slice(-shown)
        .reverse()
        .map(({ id: momentId, kind, at, actor, detail }) => ({
          id: momentId,
          kind,
          at,
          actor,
          detail: { ...detail },
        })),
      nextCursor: null,
    }
  })
