import type { Rule, RuleId } from '@/domain/plan/rule'
import { ruleKey } from '@/domain/plan/rule-id'
import { isNothingToDo, type PublishOperations, publishOperations } from '@/domain/publish/publish-operations'

/** What a job wants a target to hold, and what it may find there without having to ask a person. */
export type PublishGoal = {
  /** What is still to be sent, given everything the target holds. */
  readonly operations: (held: readonly Rule[]) => PublishOperations
  /** Rules that the job would overwrite although nobody looked at what they hold. */
  readonly surprises: (held: readonly Rule[]) => readonly RuleId[]
}

type Rename = { readonly from: RuleId; readonly to: RuleId }

/**
 * The target shall hold `wanted`. Every rule that is ours may hold what it held before or what it shall hold: the
 * latter is a publish that was interrupted, or a change that was adopted.
 */
export const goalOfVersion = (version: {
  readonly before: readonly Rule[]
  readonly wanted: readonly Rule[]
  readonly managed: readonly RuleId[]
  readonly renames: readonly Rename[]
  /** Drift that somebody leaves as it is: it stays, as long as it is what they looked at. */
  readonly ignored?: readonly { readonly rule: RuleId; readonly seen: string | null }[]
}): PublishGoal => {
  const { before, wanted, managed, renames, ignored = [] } = version
  const left = new Map(ignored.map(({ rule, seen }) => [ruleKey(rule), seen]))
  const [was, shall] = [hashesOf(before), hashesOf(wanted)]
  return {
    operations: (held) =>
      publishOperations({ held, wanted, managed, renames, ignored: ignored.map(({ rule }) => rule) }),
    surprises: (held) => {
      const is = hashesOf(held)
      return managed.filter((rule) => {
        const key = ruleKey(rule)
        if (left.has(key)) return (is.get(key) ?? null) !== left.get(key)
        return is.get(key) !== was.get(key) && is.get(key) !== shall.get(key)
      })
    },
  }
}

/** A rule that shall be as `wanted` says (null: not there); it may hold what `expected` names until then. */
export type SingleGoal = {
  readonly rule: RuleId
  readonly wanted: Rule | null
  /** The content hash that somebody looked at; null: no rule. */
  readonly expected: string | null
}

/** The target shall hold the rules named, and keep everything else as it is. */
export const goalOfRules = (goals: readonly SingleGoal[]): PublishGoal => ({
  operations: (held) => operationsFor(goals, held, []),
  surprises: (held) => unexpected(goals, held).map(({ rule }) => rule),
})

/** The same, but only for rules that hold what was expected of them; any other is somebody else's and stays. */
export const goalOfOwnWork = (goals: readonly SingleGoal[], renames: readonly Rename[]): PublishGoal => ({
  operations: (held) => {
    const theirs = new Set(unexpected(goals, held))
    return operationsFor(
      goals.filter((goal) => !theirs.has(goal)),
      held,
      renames,
    )
  },
  surprises: () => [],
})

const operationsFor = (
  goals: readonly SingleGoal[],
  held: readonly Rule[],
  renames: readonly Rename[],
): PublishOperations => {
  const chosen = new Set(goals.map(({ rule }) => ruleKey(rule)))
  const kept = held.filter((rule) => !chosen.has(ruleKey(rule)))
  const put = goals.flatMap(({ wanted }) => (wanted === null ? [] : [wanted]))
  return publishOperations({
    held,
    wanted: [...kept, ...put],
    managed: goals.map(({ rule }) => rule),
    renames,
  })
}

const unexpected = (goals: readonly SingleGoal[], held: readonly Rule[]): readonly SingleGoal[] => {
  const is = hashesOf(held)
  return goals.filter(({ rule, wanted, expected }) => {
    const hash = is.get(ruleKey(rule)) ?? null
    return hash !== expected && hash !== (wanted?.hash ?? null)
  })
}

export const isReached = (goal: PublishGoal, held: readonly Rule[]): boolean =>
  isNothingToDo(goal.operations(held))

const hashesOf = (rules: readonly Rule[]): ReadonlyMap<string, string> =>
  new Map(rules.map((rule) => [ruleKey(rule), rule.hash]))
