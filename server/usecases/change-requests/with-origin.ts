import type { BroughtUpToDate } from '@/domain/merge/bring-up-to-date'
import type { StoredEdit } from '@/server/ports/change-request-store'

/**
 * An edit that was merged remembers what it was before: the checks ask whether both changes break only together, and
 * what was typed is never lost. One that adds or removes a rule has nothing to be compared with.
 */
export const withOrigin = (edit: StoredEdit, merged: BroughtUpToDate<StoredEdit>['merged']): StoredEdit => {
  const origin = merged.get(edit)
  if (origin === undefined) return edit
  const { mergedFrom: _former, ...rest } = edit
  const { before: base, after: ours } = origin
  const isChange = base !== null && ours !== null && edit.before !== null && edit.after !== null
  return isChange ? { ...rest, mergedFrom: { base, ours } } : rest
}
