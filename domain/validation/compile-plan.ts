import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { compileSchemaWithErrors, type SchemaError } from './compile-schema'
import { type CallOccurrence, occurrencesOfErrors } from './occurrences-of-errors'
import { callType, rulesByCall } from './planned-call'
import { type ProtocolSettings, whatIsLeft, whatIsLeftUnruled } from './protocol-settings'
import { findUnplanned } from './unplanned-names'
import { withoutDefects } from './without-defects'

export type CompiledPlan = {
  /**
   * What a call breaks, in the order in which Segment looks. Nothing for what is no call. `settings` of the source
   * stand in for those of the plan, so that sources may share one.
   */
  readonly validate: (message: Json, settings?: ProtocolSettings) => readonly CallOccurrence[]
  /** The rule that judges a call; null where there is none, and for what is no call. */
  readonly ruleOf: (message: Json) => Rule | null
}

export type PlanOptions = {
  /** What the source blocks or omits before the common rule judges; nothing when absent. */
  readonly settings?: ProtocolSettings
  /** Told once for each rule that cannot be judged, when it is first needed. */
  readonly onNotJudged?: (rule: RuleId, reason: string) => void
}

/**
 * A plan ready to judge calls as Segment Protocols does: the rule of the call, unplanned events, unplanned properties
 * and traits, the rule's schema, then the common rule on what the settings leave. Each rule is compiled when a call
 * first needs it. Keywords with known defects judge nothing.
 */
export const compilePlan = (rules: readonly Rule[], options: PlanOptions = {}): CompiledPlan => {
  const byCall = rulesByCall(rules)
  const judges = new Map<Rule, Judge>()
  const judgeOf = (rule: Rule): Judge => {
    const known = judges.get(rule)
    if (known) return known
    const made = makeJudge(rule, options)
    judges.set(rule, made)
    return made
  }
  return {
    ruleOf: (message) => (isJsonObject(message) ? byCall.ruleOf(message) : null),
    validate: (message, settings = options.settings ?? {}) => {
      if (!isJsonObject(message)) return none
      const type = callType(message)
      if (type === undefined) return none
      const rule = byCall.ruleOf(message)
      const own = rule ? judgeOf(rule)(message) : type === 'TRACK' ? [unplannedEvent(message)] : none
      if (!byCall.common) return own
      const left =
        !rule && own.length === 0 ? whatIsLeftUnruled(message, settings) : whatIsLeft(message, own, settings)
      if (left === null) return own
      const common = judgeOf(byCall.common)(left)
      return common.length === 0 ? own : [...own, ...common]
    },
  }
}

const none: readonly CallOccurrence[] = []

type Judge = (message: JsonObject) => readonly CallOccurrence[]

const makeJudge = (rule: Rule, { onNotJudged }: PlanOptions): Judge => {
  const id = ruleIdOf(rule)
  const schema = withoutDefects(rule.jsonSchema)
  const section = sections[rule.type]
  const compiled = compileSchemaWithErrors(schema, section)
  if (!compiled.ok) onNotJudged?.(id, compiled.reason)
  const errorsOf = compiled.ok ? compiled.errorsOf : noErrors
  const tellsNames = compiled.ok && compiled.tellsNames
  const find = section === null ? null : findUnplanned(plannedIn(schema, section))
  const namesIn = (message: JsonObject, errors: readonly SchemaError[]): readonly string[] => {
    if (section === null || find === null) return noNames
    const sent = message[section]
    const hasOthers = tellsNames ? errors.some(({ keyword }) => keyword === 'properties') : find.any(sent)
    return hasOthers ? find.list(sent, `/${section}`) : noNames
  }
  return (message) => {
    try {
      const errors = errorsOf(message)
      if (errors.length === 0 && tellsNames) return none
      const pointers = namesIn(message, errors)
      const constraints = tellsNames ? errors.filter(({ keyword }) => keyword !== 'properties') : errors
      const broken = constraints.length === 0 ? none : occurrencesOfErrors(constraints, message, id, schema)
      if (pointers.length === 0) return broken
      return [
        ...pointers.map((pointer) => unplannedProperty(pointer, id)),
        // A closed object refuses the same name once more.
        ...broken.filter(({ type, pointer }) => type !== 'unplanned-property' || !pointers.includes(pointer)),
      ]
    } catch (error) {
      // Nested beyond what the stack holds, or led back into the same schema without going deeper.
      if (!(error instanceof RangeError)) throw error
      return [{ type: 'other', pointer: '', message: 'Nested too deeply to be judged', rule: id }]
    }
  }
}

const noNames: readonly string[] = []
const noErrors = (): readonly SchemaError[] => []

/** Where a call of this kind carries what people plan. The common rule plans no names. */
const sections = {
  TRACK: 'properties',
  PAGE: 'properties',
  SCREEN: 'properties',
  IDENTIFY: 'traits',
  GROUP: 'traits',
  COMMON: null,
} as const

const plannedIn = (schema: Json, section: string): Json =>
  (isJsonObject(schema) && isJsonObject(schema.properties) ? schema.properties[section] : undefined) ?? {}

const unplannedEvent = (message: JsonObject): CallOccurrence => ({
  type: 'unplanned-event',
  pointer: '/event',
  message: `Event ${JSON.stringify(message.event ?? null)} is not in the plan`,
})

const unplannedProperty = (pointer: string, rule: RuleId): CallOccurrence => ({
  type: 'unplanned-property',
  pointer,
  message: `${pointer.slice(1).split('/').join('.')} is not in the plan`,
  rule,
})
