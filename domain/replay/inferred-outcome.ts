import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import type { Rule, RuleType } from '../plan/rule'
import { pointerSegments } from '../plan/schema-pointer'
import type { ViolationType } from '../plan/violation-types'
import { compileSchemaWithErrors } from '../validation/compile-schema'
import { occurrencesOfErrors } from '../validation/occurrences-of-errors'
import { findUnplanned } from '../validation/unplanned-names'
import { withoutDefects } from '../validation/without-defects'
import type { InferredOutcome } from './inferred'
import { type ValueKind, valuesJudgedAt } from './values-judged'

/** A violation of which only the report is known, not the call. */
export type ReportedViolation = {
  readonly ruleType: RuleType
  readonly key: string | null
  /** The rule version that judged, where it is known; else the oldest judges, as Segment has it. */
  readonly version: number | null
  readonly pointer: string
  readonly type: ViolationType
  /** Segment's sentence: `Invalid type. Expected: number, given: string`. */
  readonly message: string
}

/**
 * What a proposal would do to a violation, from the report alone: a guess by the constraint that was broken, to be
 * shown as such. The values that were sent are not known, so whatever depends on them is `unknown`.
 */
export const inferredOutcome = (
  violation: ReportedViolation,
  base: readonly Rule[],
  proposal: readonly Rule[],
): InferredOutcome => {
  const [before, after] = [ruleOf(violation, base), ruleOf(violation, proposal)]
  if (violation.type === 'unplanned-event') return after === null ? 'still' : 'cleared'
  if (after === null) return violation.ruleType === 'TRACK' ? 'still' : 'cleared'
  if (before !== null && before.hash === after.hash) return 'still'
  const schema = withoutDefects(after.jsonSchema)
  switch (violation.type) {
    case 'required':
      return probed(violation, after, objectsTo(parentOf(violation.pointer)))
    case 'unplanned-property':
      return isPlanned(violation, schema) ? isFree(schema, violation.pointer) : 'still'
    case 'invalid-type':
      return typeOutcome(violation, after, schema)
    default:
      return valueOutcome(violation, before, schema)
  }
}

const ruleOf = ({ ruleType, key, version }: ReportedViolation, rules: readonly Rule[]): Rule | null => {
  const ofType = rules.filter(({ type }) => type === ruleType)
  const named = ofType.filter((rule) => rule.key === key)
  const versions = named.length > 0 ? named : ofType.filter((rule) => rule.key === null)
  const asked = versions.find((rule) => rule.version === version)
  return asked ?? [...versions].sort((a, b) => a.version - b.version)[0] ?? null
}

const parentOf = (pointer: string): readonly string[] => pointerSegments(pointer).slice(0, -1)

/** The smallest message that has something at a place. */
const objectsTo = (path: readonly string[], value: Json = {}): Json =>
  [...path]
    .reverse()
    .reduce<Json>((inner, segment) => (segment === '*' ? [inner] : { [segment]: inner }), value)

/** Whether the smallest call that could have broken the constraint still does, asked of the real validator. */
const probed = (
  { pointer, type }: ReportedViolation,
  { jsonSchema, ...rule }: Rule,
  message: Json,
): InferredOutcome => {
  const schema = withoutDefects(jsonSchema)
  const compiled = compileSchemaWithErrors(schema)
  if (!compiled.ok) return 'unknown'
  const broken = occurrencesOfErrors(compiled.errorsOf(message), message, rule, schema)
  if (broken.some((occurrence) => occurrence.type === type && occurrence.pointer === pointer)) return 'still'
  return hasConditions(schema) ? 'unknown' : 'cleared'
}

/** Whether what a schema demands at one place can depend on what stands at another. */
const hasConditions = (schema: Json): boolean =>
  /"(anyOf|oneOf|not|if|dependencies|\$ref|patternProperties)":/.test(JSON.stringify(schema))

const isPlanned = ({ pointer }: ReportedViolation, schema: Json): boolean => {
  const [section = '', ...path] = pointerSegments(pointer)
  const planned =
    isJsonObject(schema) && isJsonObject(schema.properties) ? schema.properties[section] : undefined
  return !findUnplanned(planned ?? {}).any(objectsTo(path, null))
}

const isFree = (schema: Json, pointer: string): InferredOutcome =>
  nodeAt(schema, pointer)?.type === undefined && valuesJudgedAt(schema, pointer) === ''
    ? 'cleared'
    : 'unknown'

const typeOutcome = (violation: ReportedViolation, rule: Rule, schema: Json): InferredOutcome => {
  const given = /given: "?(\w+)/i.exec(violation.message)?.[1]?.toLowerCase()
  const example = given === undefined ? undefined : exampleOfType.get(given)
  if (example === undefined) return 'unknown'
  const outcome = probed(violation, rule, objectsTo(pointerSegments(violation.pointer), example.value))
  if (outcome !== 'cleared') return outcome
  return valuesJudgedAt(schema, violation.pointer, example.kind) === '' ? 'cleared' : 'unknown'
}

const exampleOfType: ReadonlyMap<string, { readonly value: Json; readonly kind: ValueKind }> = new Map([
  ['string', { value: 'text', kind: 'string' }],
  ['number', { value: 1.5, kind: 'number' }],
  ['integer', { value: 1, kind: 'number' }],
  ['boolean', { value: true, kind: 'boolean' }],
  ['null', { value: null, kind: 'null' }],
  ['object', { value: {}, kind: 'object' }],
  ['array', { value: [], kind: 'array' }],
])

/** Constraints on values: gone is cleared, unchanged stands, and in between only the value could tell. */
const valueOutcome = (
  { type, pointer }: ReportedViolation,
  before: Rule | null,
  schema: Json,
): InferredOutcome => {
  const keywords = keywordsOf[type]
  const was = before === null ? undefined : nodeAt(withoutDefects(before.jsonSchema), pointer)
  const is = nodeAt(schema, pointer)
  if (keywords === undefined || was === undefined || is === undefined || hasConditions(schema))
    return 'unknown'
  const asked = (node: JsonObject) => JSON.stringify(keywords.map((keyword) => node[keyword] ?? null))
  if (asked(was) === asked(is)) return 'still'
  // Another type may refuse what the constraint let through.
  const isTypeKept = JSON.stringify(was.type ?? null) === JSON.stringify(is.type ?? null)
  return isTypeKept && keywords.every((keyword) => is[keyword] === undefined) ? 'cleared' : 'unknown'
}

const keywordsOf: Readonly<Partial<Record<ViolationType, readonly string[]>>> = {
  enum: ['enum', 'const'],
  pattern: ['pattern'],
  format: ['format'],
  range: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  length: ['minLength', 'maxLength'],
  items: ['minItems', 'maxItems', 'uniqueItems', 'contains', 'additionalItems'],
}

/** The plain node that the schema has for a place; combinations are not looked into. */
const nodeAt = (schema: Json, pointer: string): JsonObject | undefined => {
  const found = pointerSegments(pointer).reduce<Json | undefined>((node, segment) => {
    if (!isJsonObject(node)) return undefined
    if (isJsonObject(node.properties) && Object.hasOwn(node.properties, segment))
      return node.properties[segment]
    return segment === '*' ? node.items : undefined
  }, schema)
  return isJsonObject(found) ? found : undefined
}
