import { compare } from '../compatibility/compare'
import type { Change } from '../diff/change'
import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { isRounded, tooManyDigits } from './is-rounded'
import { judge } from './judge'
import type { JudgedChange } from './judged-change'
import { breaking, safe } from './opinions'
import { uncompared } from './uncompared'
import type { Verdict } from './verdict'

/**
 * The opinions on changes, held against the whole rules that they belong to (read with planned names): where it is
 * proved that everything stays accepted, no change of the rule hurts senders; where a message is found that is refused
 * now, it stands beside the changes that do; where neither is established, that is what is said.
 */
export const judgeChanges = (
  before: readonly Rule[],
  after: readonly Rule[],
  changes: readonly Change[],
): readonly JudgedChange[] => {
  const byRule = new Map<string, Change[]>()
  for (const change of changes) {
    const key = ruleKey(change.rule)
    const ofRule = byRule.get(key)
    if (ofRule) ofRule.push(change)
    else byRule.set(key, [change])
  }
  const [old, now] = [before, after].map((rules) => changedOf(rules, byRule))
  const judged = new Map<Change, JudgedChange>()
  for (const [key, ofRule] of byRule)
    for (const one of judgeRule(ofRule, old?.get(key), now?.get(key))) judged.set(one.change, one)
  return changes.map((change) => judged.get(change) ?? { change, verdict: judge(change) })
}

/** Few of many rules have changed. */
const changedOf = (
  rules: readonly Rule[],
  byRule: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Rule> => {
  const changed = new Map<string, Rule>()
  for (const rule of rules) {
    const key = ruleKey(rule)
    if (byRule.has(key)) changed.set(key, rule)
  }
  return changed
}

const judgeRule = (changes: readonly Change[], before?: Rule, after?: Rule): readonly JudgedChange[] => {
  const judged = changes.map((change) => ({ change, verdict: judge(change) }))
  if (!before || !after || judged.every(({ verdict }) => verdict.senders.level === 'documentation'))
    return judged
  if (isRounded(before) || isRounded(after)) return uncompared(changes, tooManyDigits)
  const answer = compare(before.jsonSchema, after.jsonSchema, { plannedNames: true })
  if (answer.verdict === 'unknown') return uncompared(changes, answer.reason)
  if (answer.verdict === 'safe') return judged.map(provedSafe)
  const guilty = guiltyOf(judged)
  return judged.map((one) =>
    guilty.includes(one) ? { ...one, ...refused(one), witness: answer.witness } : one,
  )
}

const proved = safe('It is proved that everything that was accepted still is.')

const provedSafe = ({ change, verdict }: JudgedChange): JudgedChange => {
  const isClear = verdict.senders.level === 'safe' || verdict.senders.level === 'documentation'
  return { change, verdict: isClear ? verdict : { ...verdict, senders: proved } }
}

/** The changes that are said to break; where none is, those of which it is not known, else all that validation sees. */
const guiltyOf = (judged: readonly JudgedChange[]): readonly JudgedChange[] => {
  const of = (level: string) => judged.filter(({ verdict }) => verdict.senders.level === level)
  return [of('breaking'), of('unknown'), of('safe')].find((some) => some.length > 0) ?? []
}

const refused = ({ verdict }: JudgedChange): { verdict: Verdict } =>
  verdict.senders.level === 'breaking'
    ? { verdict }
    : {
        verdict: { ...verdict, senders: breaking('A message that was accepted is refused by the rule now.') },
      }
