import type { ChangeView } from '@/contracts/plan'
import { compareRuleIds } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import { isOpen } from '@/domain/review/transition'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { pendingChanges } from './pending-changes'

/**
 * What the edits of a request change, rule by rule, as the checks have judged it; for edits that they have not come to
 * yet, what can be said at once. Of a request that is no longer open the last word stands.
 */
export const judgedChanges = async (
  stores: Stores,
  engine: string,
  { request, edits }: LoadedRequest,
): Promise<ChangeView[]> => {
  const open = isOpen(request.status)
  const known = new Map(
    (await stores.checks.judgedEdits(request.id))
      .filter((judged) => !open || judged.engine === engine)
      .map(({ editHash, changes }) => [editHash, changes]),
  )
  return [...edits].sort(compareRuleIds).flatMap((edit) => {
    const changes = known.get(editFingerprint(edit)) ?? pendingChanges(edit)
    return open ? changes : changes.map(({ pending: _, ...change }) => change)
  })
}
