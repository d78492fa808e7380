import { requestFingerprint } from '@/domain/review/edit-fingerprint'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { fail } from '../fail'
import { changeRequestView } from './change-request-view'
import type { LoadedRequest } from './load-change-request'

/** Nobody acts on edits they have not seen: fails with `stale`, which carries the request as it is. */
export const requireFresh = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
  fingerprint: string,
): Promise<void> => {
  if (requestFingerprint(loaded.edits) === fingerprint) return
  fail({
    code: 'stale',
    detail: 'The edits changed since you looked.',
    current: await changeRequestView(ctx, stores, loaded),
  })
}
