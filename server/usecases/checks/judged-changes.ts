import type { ChangeView } from '@/contracts/plan'
import { ruleKey } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import { isOpen } from '@/domain/review/transition'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'
import { pendingChanges } from './pending-changes'

/**
 * What edits of a request change, by `ruleKey`, as the checks have judged it; for edits that they have not come to
 * yet, what can be said at once. Of a request that is no longer open the last word stands.
 */
export const judgedChanges = async (
  stores: Stores,
  engine: string,
  { request, edits }: Pick<LoadedRequest, 'request' | 'edits'>,
): Promise<ReadonlyMap<string, readonly ChangeView[]>> => {
  const open = isOpen(request.status)
  const hashes = new Map(edits.map((edit) => [ruleKey(edit), editFingerprint(edit)]))
  const only = edits.length === 1 ? [...hashes.values()][0] : undefined
  const known = new Map(
    (await stores.checks.judgedEdits(request.id, only))
      .filter((judged) => !open || judged.engine === engine)
      .map(({ editHash, changes }) => [editHash, changes]),
  )
  return new Map(
    edits.map((edit) => {
      const key = ruleKey(edit)
      const changes = known.get(hashes.get(key) ?? '') ?? pendingChanges(edit)
      return [key, open ? changes : changes.map(({ pending: _, ...change }) => change)]
    }),
  )
}
