import type { Json } from '@/domain/plan/json'
import { ruleKey } from '@/domain/plan/rule-id'
import type { StoredEdit } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { askForMissingChecks } from '../checks/ask-for-checks'
import { keepRequest } from './keep-request'
import type { LoadedRequest } from './load-change-request'
import type { RequestAction } from './request-actions'
import { standingNow } from './review-terms'
import { settleStatus } from './settle-status'

/** Keeps a new set of edits, with the checks and the status that follow from it; last in the transaction. */
export const storeEdits = async (
  ctx: Context,
  stores: Stores,
  loaded: LoadedRequest,
  edits: readonly StoredEdit[],
  { action, details }: { readonly action: RequestAction; readonly details?: Readonly<Record<string, Json>> },
): Promise<void> => {
  const { request } = loaded
  await stores.changeRequests.replaceEdits(request.id, edits)
  await askForMissingChecks(ctx, stores, request, edits)
  const standing = await standingNow(ctx, stores, { ...loaded, edits })
  await keepRequest(ctx, stores, loaded, {
    set: { status: settleStatus(request.status, standing) },
    action,
    details: { ...details, edits: edits.length, rules: edits.map((edit) => ruleKey(edit)) },
  })
}
