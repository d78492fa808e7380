import type { RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import type { PublishCounts } from './publish-operations'

/** One operation that was sent, as the journal of a publish keeps it. */
export type SentOperation = RuleId & {
  readonly kind: 'upsert' | 'remove'
  readonly newKey?: string | undefined
}

/**
 * What a whole publish did, over all its runs: each operation once, however often it was sent. `before` is what the
 * target was known to hold when the publish began.
 */
export const sentCounts = (
  operations: readonly SentOperation[],
  before: readonly RuleId[],
): PublishCounts => {
  const known = new Set(before.map(ruleKey))
  const each = new Map(operations.map((sent) => [`${sent.kind} ${ruleKey(sent)} ${sent.newKey ?? ''}`, sent]))
  const counts = { added: 0, updated: 0, renamed: 0, removed: 0 }
  for (const sent of each.values()) counts[wordOf(sent, known)] += 1
  return counts
}

const wordOf = (sent: SentOperation, known: ReadonlySet<string>): keyof PublishCounts => {
  if (sent.kind === 'remove') return 'removed'
  if (sent.newKey !== undefined) return 'renamed'
  return known.has(ruleKey(sent)) ? 'updated' : 'added'
}
