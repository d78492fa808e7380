import type { RuleType } from '../plan/rule'
import { matchesGlob } from './key-glob'
import type { Ownership } from './policy'

/** What ownership is decided by: the labels are those of the rule's schema, as text. */
export type Ownable = {
  readonly type: RuleType
  readonly key: string | null
  readonly labels: readonly (readonly [name: string, value: string])[]
}

/** Whether an ownership covers a rule: its type, its name and its label all fit. */
export const covers = ({ type, key, label }: Ownership, of: Ownable): boolean =>
  (type === null || type === of.type) &&
  (key === null || matchesGlob(key, of.key ?? '')) &&
  (label === null ||
    of.labels.some(([name, value]) => name === label.name && (label.value === null || label.value === value)))

/** The groups that answer for a rule, each once, in the order of the policy. */
export const ownersOf = (ownerships: readonly Ownership[], of: Ownable): readonly string[] => [
  ...new Set(ownerships.filter((ownership) => covers(ownership, of)).map(({ group }) => group)),
]
