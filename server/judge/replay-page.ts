import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import type { InferredOutcome } from '@/domain/replay/inferred'
import { inferredOutcome } from '@/domain/replay/inferred-outcome'
import { replayCalls } from '@/domain/replay/replay-calls'
import { emptyTally, joinTally, type ReplayTally } from '@/domain/replay/replay-tally'
import type { ProposedRules, RuleText } from '@/server/ports/schema-judge'
import type { ThreadTasks } from './thread-task'

type Held = {
  readonly key: string
  readonly base: readonly Rule[]
  readonly proposal: readonly Rule[]
  readonly replay: ReturnType<typeof replayCalls>
}

/** The proposals that this thread was asked about last, newest first; their rules are ready to judge. */
let held: readonly Held[] = []

/** Two replays may go on side by side. */
const mostHeld = 2

/** Between two signs of life. */
const callsPerStep = 20

export const replayPage = (
  { calls, ...proposal }: ThreadTasks['replay']['asked'],
  onStep: () => void,
): ReplayTally | 'unknown-rules' => {
  const known = holding(proposal)
  if (known === null) return 'unknown-rules'
  const tally = emptyTally()
  for (let at = 0; at < calls.length; at += callsPerStep) {
    joinTally(tally, known.replay(calls.slice(at, at + callsPerStep)))
    onStep()
  }
  return tally
}

export const inferOutcomes = (
  { violations, ...proposal }: ThreadTasks['infer']['asked'],
  onStep: () => void,
): readonly InferredOutcome[] | 'unknown-rules' => {
  const known = holding(proposal)
  if (known === null) return 'unknown-rules'
  return violations.map((violation) => {
    onStep()
    return inferredOutcome(violation, known.base, known.proposal)
  })
}

const holding = ({ key, rules }: Pick<ThreadTasks['replay']['asked'], 'key' | 'rules'>): Held | null => {
  const known = held.find((one) => one.key === key) ?? (rules === undefined ? null : made(key, rules))
  if (known !== null) held = [known, ...held.filter((one) => one.key !== key)].slice(0, mostHeld)
  return known
}

const made = (key: string, rules: ProposedRules): Held => {
  const [base, proposal] = [rules.base.map(parsed), rules.proposal.map(parsed)]
  return { key, base, proposal, replay: replayCalls(base, proposal) }
}

const parsed = (text: RuleText): Rule => {
  const reading = ruleFromText(text, text.schemaText)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
