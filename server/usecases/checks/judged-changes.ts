import type { ChangeView } from '@/contracts/plan'
import { ruleKey } from '@/domain/plan/rule-id'
import { editFingerprint } from '@/domain/review/edit-fingerprint'
import { isOpen } from '@/domain/review/transition'
import type { Stores } from '@/server/ports/stores'
import type { SkimmedRequest } from '../change-requests/load-change-request'
import { pendingChanges } from './pending-changes'

type Asked = Pick<SkimmedRequest, 'request' | 'edits'> & Partial<Pick<SkimmedRequest, 'texts'>>

/**
 * What edits of a request change, by `ruleKey`, as the checks have judged it; for edits that they have not come to
 * yet, what can be said at once. Of a request that is no longer open the last word stands.
 */
export const judgedChanges = async (
  stores: Stores,
  engine: string,
  { request, edits, texts }: Asked,
): Promise<ReadonlyMap<string, readonly ChangeView[]>> => {
  const open = isOpen(request.status)
  const hashes = new Map(edits.map((edit) => [ruleKey(edit), editFingerprint(edit)]))
  const known = new Map(
    (edits.length === 0 ? [] : await stores.checks.judgedEdits(request.id, [...hashes.values()]))
      .filter((judged) => !open || judged.engine === engine)
      .map(({ editHash, changes }) => [editHash, changes]),
  )
  const unknown = edits.filter((edit) => !known.has(editFingerprint(edit)))
  const read = unknown.length > 0 && texts !== undefined ? await texts(unknown) : unknown
  const whole = new Map(read.flatMap((edit) => ('digest' in edit ? [] : [[ruleKey(edit), edit] as const])))
  return new Map(
    edits.map((edit) => {
      const key = ruleKey(edit)
      const text = whole.get(key)
      const changes = known.get(hashes.get(key) ?? '') ?? (text ? pendingChanges(text) : [])
      return [key, open ? changes : changes.map(({ pending: _, ...change }) => change)]
    }),
  )
}
