import type { Rule, RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'

/** Drift that a person leaves as it is until an instant (ISO 8601). `seen`: what Segment held; null, no such rule. */
export type IgnoredDrift = {
  readonly rule: RuleId
  readonly seen: string | null
  readonly until: string
  readonly reason: string
  readonly by: string
}

type Drifted = { readonly rule: RuleId; readonly theirs: Rule | null; readonly blocks: boolean }

/** Drifted rules with what is said of them at an instant. Another edit in Segment is looked at again. */
export const ignoring = <D extends Drifted>(
  drifted: readonly D[],
  ignored: readonly IgnoredDrift[],
  at: string,
): readonly (D & { readonly ignored?: IgnoredDrift })[] => {
  const words = new Map(ignored.filter(({ until }) => until > at).map((each) => [ruleKey(each.rule), each]))
  return drifted.map((entry) => {
    const word = words.get(ruleKey(entry.rule))
    return word && word.seen === (entry.theirs?.hash ?? null)
      ? { ...entry, blocks: false, ignored: word }
      : entry
  })
}
