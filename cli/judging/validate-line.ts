import { isJsonObject, type Json, type JsonObject } from '@/domain/plan/json'
import type { Rule, RuleId } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { compilePlan } from '@/domain/validation/compile-plan'
import type { CallOccurrence } from '@/domain/validation/occurrences-of-errors'
import { rulesByCall } from '@/domain/validation/planned-call'
import type { Job } from './job'
import { type RuleText, ruleOfText } from './rule-text'

export type Validating = {
  readonly rules: readonly RuleText[]
  /** Rules whose schemas ended a thread, by `ruleKey`: their calls are told so and not judged. */
  readonly setAside: ReadonlySet<string>
}

/** What is told of a call. `notJudged`: rules that turned out to have a schema that cannot be judged by. */
export type JudgedCall = {
  readonly messageId?: string
  readonly occurrences: readonly CallOccurrence[]
  readonly notJudged?: readonly { readonly rule: RuleId; readonly reason: string }[]
}

/** The job of `validate`: a call as text; null where nothing is to be told. */
export const validateLine = ({ rules: texts, setAside }: Validating): Job<string, JudgedCall | null> => {
  const rules = texts.map(ruleOfText)
  let notJudged: { rule: RuleId; reason: string }[] = []
  const plan = compilePlan(rules, { onNotJudged: (rule, reason) => notJudged.push({ rule, reason }) })
  const { ruleOf } = rulesByCall(setAside.size > 0 ? rules : [])
  return (text) => {
    const message = parsed(text)
    if (!message) return unusableLine('The line is no JSON object')
    const rule = ruleOf(message)
    const occurrences =
      rule && setAside.has(ruleKey(rule))
        ? [other('Not judged: the schema of the rule was stopped before', rule)]
        : plan.validate(message)
    if (occurrences.length === 0 && notJudged.length === 0) return null
    const call = { ...idOf(message), occurrences }
    if (notJudged.length === 0) return call
    const news = notJudged
    notJudged = []
    return { ...call, notJudged: news }
  }
}

/** What is told of a line that is no call. */
export const unusableLine = (why: string): JudgedCall => ({ occurrences: [other(why)] })

/** What stands in place of a verdict on a call that `was` stopped. */
export const stoppedCall = (rules: readonly Rule[], text: string, was: string): JudgedCall => ({
  ...idOf(parsed(text) ?? {}),
  occurrences: [other(`Not judged: it ${was}`, ruleOfCall(rules, text))],
})

/** The rule that judges the call; null where there is none. */
export const ruleOfCall = (rules: readonly Rule[], text: string): Rule | null =>
  rulesByCall(rules).ruleOf(parsed(text) ?? {})

const idOf = ({ messageId }: JsonObject): { messageId?: string } =>
  typeof messageId === 'string' ? { messageId } : {}

const other = (message: string, rule: Rule | null = null): CallOccurrence => ({
  type: 'other',
  pointer: '',
  message,
  ...(rule && { rule: ruleIdOf(rule) }),
})

const parsed = (text: string): JsonObject | undefined => {
  try {
    const value = JSON.parse(text) as Json
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
