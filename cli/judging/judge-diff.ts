import type { Change } from '@/domain/diff/change'
import { judgeChanges } from '@/domain/impact/judge-changes'
import type { JudgedChange } from '@/domain/impact/judged-change'
import { uncompared, untold } from '@/domain/impact/uncompared'
import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { inOrder } from '../in-order'
import { comparing, stoppedReason } from './comparing'
import { diffWithinTime } from './diff-within-time'
import { type Judging, openJudging } from './open-judging'
import { textOfRule } from './rule-text'

/** Rules that are handed to a thread at once. */
const batch = 16

type Pair = { readonly before: Rule; readonly after: Rule; readonly changes: readonly Change[] }

/**
 * What changed between two plans, judged. A rule that takes too much is unknown, and the others are judged all the
 * same.
 */
export const judgeDiff = async (
  before: readonly Rule[],
  after: readonly Rule[],
  program: string,
): Promise<readonly JudgedChange[]> => {
  const { changes, tooMuch } = diffWithinTime(before, after)
  const pairs = pairsOf(before, after, changes)
  const paired = new Set(pairs.flatMap((pair) => pair.changes))
  const judging = await openJudging('judge-pair', { setup: () => null, limits: comparing, program })
  try {
    const judged = new Map<Change, JudgedChange>()
    const batches = inOrder(inBatches(pairs), 2 * comparing.threads, (some) => judgedBatch(some, judging))
    for await (const some of batches) for (const one of some) judged.set(one.change, one)
    const rest = judgeChanges(
      [],
      [],
      changes.filter((change) => !paired.has(change)),
    )
    for (const one of rest) judged.set(one.change, one)
    return [
      ...changes.flatMap((change) => judged.get(change) ?? []),
      ...tooMuch.map((rule) => untold(rule, 'What changed in it takes too long to be told.')),
    ]
  } finally {
    await judging.close()
  }
}

const pairsOf = (
  before: readonly Rule[],
  after: readonly Rule[],
  changes: readonly Change[],
): readonly Pair[] => {
  const byRule = new Map<string, Change[]>()
  for (const change of changes) {
    const ofRule = byRule.get(ruleKey(change.rule))
    if (ofRule) ofRule.push(change)
    else byRule.set(ruleKey(change.rule), [change])
  }
  const now = new Map(after.map((rule) => [ruleKey(rule), rule]))
  return before.flatMap((old) => {
    const [next, ofRule] = [now.get(ruleKey(old)), byRule.get(ruleKey(old))]
    return next && ofRule ? [{ before: old, after: next, changes: ofRule }] : []
  })
}

async function* inBatches(pairs: readonly Pair[]): AsyncGenerator<readonly Pair[]> {
  for (let from = 0; from < pairs.length; from += batch) yield pairs.slice(from, from + batch)
}

const judgedBatch = async (
  pairs: readonly Pair[],
  judging: Judging<'judge-pair'>,
): Promise<readonly JudgedChange[]> => {
  const outcomes = await judging.judge(
    pairs.map(({ before, after }) => ({ before: textOfRule(before), after: textOfRule(after) })),
  )
  return pairs.flatMap(({ changes }, i) => {
    const outcome = outcomes[i]
    if (!outcome?.ok) return uncompared(changes, stoppedReason(outcome))
    return changes.flatMap((change, k): JudgedChange[] => {
      const said = outcome.answer[k]
      if (!said) return []
      const { verdict, witness } = said
      return [{ change, verdict, ...(witness !== undefined && { witness: JSON.parse(witness) as Json }) }]
    })
  })
}
