import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { judgeTwice } from './judge-twice'
import { countCall, emptyTally, type ReplayTally } from './replay-tally'
import type { ReplayedCall } from './replayed-call'

/** Judges calls, part by part, by the rules before and after a proposal. The rules are made ready once for all parts. */
export const replayCalls = (
  base: readonly Rule[],
  proposal: readonly Rule[],
): ((calls: Iterable<ReplayedCall>) => ReplayTally) => {
  const { judge, notJudged } = judgeTwice(base, proposal)
  return (calls) => {
    const tally = emptyTally()
    for (const call of calls) countCall(tally, call, judge(call))
    for (const one of notJudged) tally.notJudged.set(`${one.side} ${ruleKey(one.rule)}`, one)
    return tally
  }
}
