import type { Edit } from '../plan/edit'

export const editKinds = ['new', 'changed', 'renamed', 'removed'] as const

export type EditKind = (typeof editKinds)[number]

/** What an edit does to its rule as a whole. */
export const kindOf = ({ before, after, newKey }: Pick<Edit, 'before' | 'after' | 'newKey'>): EditKind => {
  if (after === null) return 'removed'
  if (before === null) return 'new'
  return newKey === undefined ? 'changed' : 'renamed'
}
