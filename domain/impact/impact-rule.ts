import type { ChangeKind, ChangeOf } from '../diff/change'
import type { Level, Opinion } from './verdict'

/**
 * What one kind of change does to people: two opinions, since senders and readers are hurt by opposite changes. Read
 * with planned names: an object is not expected to carry names that its plan does not list. Ids are public and never
 * renamed.
 */
export type ImpactRule<K extends ChangeKind> = {
  readonly id: string
  readonly judges: K
  readonly title: string
  /** Why it matters, for the person who has to decide. */
  readonly why: string
  /** Every level that its opinions have. */
  readonly levels: { readonly senders: readonly Level[]; readonly readers: readonly Level[] }
  /** Where several rules judge one kind: the changes that are this one's. */
  readonly when?: (change: ChangeOf<K>) => boolean
  readonly senders: (change: ChangeOf<K>) => Opinion
  readonly readers: (change: ChangeOf<K>) => Opinion
}

export const impactRule = <K extends ChangeKind>(rule: ImpactRule<K>): ImpactRule<K> => rule
