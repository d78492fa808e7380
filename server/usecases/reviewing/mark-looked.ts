import type { MarkLooked } from '@/contracts/review-view'
import { ruleKey } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { editsNamed } from '../change-requests/edits-named'
import { loadChangeRequest, type RequestName } from '../change-requests/load-change-request'
import { requireFresh } from '../change-requests/require-fresh'

/**
 * Marks edits as looked at, for whoever asks alone: it counts for nobody else and changes nothing of the request, so
 * it stands in no audit chain. `stale` when the edits are not those on the screen.
 */
export const markLooked = (ctx: Context, input: RequestName & MarkLooked): Promise<null> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const loaded = await loadChangeRequest(stores, input)
    await requireFresh(ctx, stores, loaded, input.fingerprint)
    const looks = editsNamed(loaded, input.rules).map((edit) => ({
      ruleKey: ruleKey(edit),
      hash: editFingerprint(edit),
    }))
    await stores.changeRequests.addLooks(loaded.request.id, personOf(ctx.actor), ctx.now(), looks)
    return null
  })
