import type { Json } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { toSchemaPointer, valueAt } from '@/domain/plan/schema-pointer'
import { maskPlace } from '@/domain/traffic/mask/mask-place'
import { personalPointers } from '@/domain/traffic/personal-pointers'
import { type CompiledPlan, compilePlan } from '@/domain/validation/compile-plan'
import type { CallOccurrence } from '@/domain/validation/occurrences-of-errors'
import type { Breach, CallToJudge, JudgedCall } from '@/server/ports/call-judge'
import type { RuleText } from '@/server/ports/schema-judge'
import type { ThreadTasks } from './thread-task'

type Held = {
  readonly plan: CompiledPlan
  readonly common: Rule | null
  readonly ruleBy: ReadonlyMap<string, Rule>
  readonly notJudged: ReadonlyMap<string, string>
  readonly personalOf: (rule: Rule) => readonly string[]
  readonly length: number
}

/** Rules that this thread has been sent, those that were asked for last at the end. */
const held = new Map<string, Held>()

/** Characters of schemas that are held beside those in use. */
const mostHeld = 20_000_000

/** Judges calls by rules that the thread knows by their key, or is sent. */
export const judgeCalls = (
  { key, rules, setAside, calls }: ThreadTasks['calls']['asked'],
  onStep: () => void,
): readonly JudgedCall[] | 'unknown-rules' => {
  const known = held.get(key) ?? (rules && hold(rules))
  if (!known) return 'unknown-rules'
  held.delete(key)
  makeRoom(known.length)
  held.set(key, known)
  const aside = new Set(setAside)
  let stepped = performance.now()
  return calls.map((call) => {
    // Told now and then: telling costs as much as judging.
    if (performance.now() - stepped > 50) {
      onStep()
      stepped = performance.now()
    }
    return judgeCall(known, aside, call)
  })
}

const makeRoom = (needed: number): void => {
  let length = [...held.values()].reduce((sum, other) => sum + other.length, needed)
  for (const [key, other] of held) {
    if (length <= mostHeld) return
    held.delete(key)
    length -= other.length
  }
}

const hold = (texts: readonly RuleText[]): Held => {
  const notJudged = new Map<string, string>()
  const rules = texts.map(
    (text): Rule => ({
      ...ruleIdOf(text),
      schemaText: '',
      jsonSchema: JSON.parse(text.schemaText) as Json,
      hash: '',
    }),
  )
  const personal = new Map<Rule, readonly string[]>()
  return {
    plan: compilePlan(rules, { onNotJudged: (rule, reason) => notJudged.set(ruleKey(rule), reason) }),
    common: rules.find(({ type }) => type === 'COMMON') ?? null,
    ruleBy: new Map(rules.map((rule) => [ruleKey(rule), rule])),
    notJudged,
    personalOf: (rule) => {
      const found = personal.get(rule) ?? personalPointers(rule.jsonSchema)
      personal.set(rule, found)
      return found
    },
    length: texts.reduce((sum, { schemaText }) => sum + schemaText.length, 0),
  }
}

const judgeCall = (known: Held, aside: ReadonlySet<string>, { call, settings }: CallToJudge): JudgedCall => {
  const rule = known.plan.ruleOf(call)
  const judging = [rule, known.common].filter((one) => one !== null)
  const common = {
    ruleVersion: rule?.version ?? null,
    planned: rule !== null && (rule.key !== null || !isNamed(rule)),
    personal: judging.flatMap(known.personalOf),
  }
  if (judging.some((one) => aside.has(ruleKey(one)))) return { ...common, breaches: [], notJudged: stopped }
  const found = known.plan.validate(call, settings)
  const reasons = judging.flatMap((one) => known.notJudged.get(ruleKey(one)) ?? [])
  return {
    ...common,
    breaches: found.map((occurrence) => breachOf(known, occurrence)),
    notJudged: reasons[0] ?? null,
  }
}

/** A rule without a key judges pages and screens of any name. */
const isNamed = ({ type }: Rule): boolean => type === 'PAGE' || type === 'SCREEN'

const stopped = 'The schema of the rule took too long before and is set aside.'

const breachOf = ({ ruleBy }: Held, { type, pointer, message, rule }: CallOccurrence): Breach => {
  const schema = (rule && ruleBy.get(ruleKey(rule))?.jsonSchema) ?? null
  if (schema === null) return { type, schemaPointer: null, ...maskPlace({ pointer, message }, null) }
  const schemaPointer = toSchemaPointer(pointer, schema)
  if (valueAt(schema, schemaPointer) !== undefined) return { type, pointer, schemaPointer, message }
  // A name that is required is planned, though nothing may be said of what it holds.
  if (type === 'required') return { type, pointer, schemaPointer: null, message }
  return { type, schemaPointer: null, ...maskPlace({ pointer, message }, schema) }
}
