import type { BroughtUpToDate } from '@/domain/merge/bring-up-to-date'
import type { Edit } from '@/domain/plan/edit'
import type { StoredEdit } from '@/server/ports/change-request-store'

type MergedEdit = Edit & Pick<StoredEdit, 'mergedFrom'>

/**
 * An edit that was merged remembers what it was before: the checks ask whether both changes break only together, and
 * what was typed is never lost. One that adds or removes a rule has nothing to be compared with.
 */
export const withOrigin = <E extends MergedEdit>(edit: E, merged: BroughtUpToDate<E>['merged']): E => {
  const origin = merged.get(edit)
  if (origin === undefined) return edit
  const { mergedFrom: _former, ...rest } = edit
  const { before: base, after: ours } = origin
  const isChange = base !== null && ours !== null && edit.before !== null && edit.after !== null
  return (isChange ? { ...rest, mergedFrom: { base, ours } } : rest) as E
}
