import { isJsonObject, type Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { childPointer, pointerOf, pointerSegments } from '../plan/schema-pointer'
import type { ViolationType } from '../plan/violation-types'
import type { SchemaError } from './compile-schema'
import { describeError } from './describe-error'
import { failedChoices } from './failed-choices'

/** One constraint that one call breaks. */
export type CallOccurrence = {
  readonly type: ViolationType
  /** JSON pointer into the message, array indices as `*`; a missing property is named by its own. */
  readonly pointer: string
  /** In Segment's manner: `Invalid type. Expected: number, given: string`. */
  readonly message: string
  /** Absent for an event that no rule plans. */
  readonly rule?: RuleId
}

/**
 * What the validator found by a schema, as occurrences: the clause that failed rather than the combination around it
 * where that is one and the same, the branches of a failed choice in its message, and each constraint once for each
 * place.
 */
export const occurrencesOfErrors = (
  errors: readonly SchemaError[],
  message: Json,
  rule: RuleId,
  schema: Json,
): readonly CallOccurrence[] => {
  const [first] = errors
  // Most calls that break anything break one thing.
  if (errors.length === 1 && first) return [occurrenceOf(first, message, rule)]
  const choices = failedChoices(errors, schema)
  const found = new Map<string, CallOccurrence>()
  errors.forEach((error, i) => {
    if (error.keyword === 'if' || choices.isInsideOne(error)) return
    const inside = choices.branchErrors(i)
    const occurrence = occurrenceOf(error, message, rule, inside)
    const key = `${error.schemaPath} ${occurrence.pointer}`
    if (!found.has(key)) found.set(key, occurrence)
  })
  return [...found.values()]
}

const occurrenceOf = (
  error: SchemaError,
  message: Json,
  rule: RuleId,
  inside: readonly SchemaError[] = [],
): CallOccurrence => {
  const { type, message: text, name } = describeError(error, () => valueAt(message, error.instancePath))
  const pointer = foldedPointer(message, error.instancePath)
  return {
    type,
    pointer: name === undefined ? pointer : childPointer(pointer, name),
    message: text + branches(inside, message),
    rule,
  }
}

const branches = (inside: readonly SchemaError[], message: Json): string => {
  const sentences = inside.map(
    (error) => describeError(error, () => valueAt(message, error.instancePath)).message,
  )
  const [first, second, third] = new Set(sentences)
  if (first === undefined) return ''
  return `: ${[first, second, third].filter((sentence) => sentence !== undefined).join('; or ')}`
}

/** A pointer into a message with `*` for every index of a list. */
const foldedPointer = (message: Json, pointer: string): string => {
  if (!/\/\d/.test(pointer)) return pointer
  let value: Json | undefined = message
  const path = pointerSegments(pointer).map((segment) => {
    const isItem = Array.isArray(value)
    value = childOf(value, segment)
    return isItem ? '*' : segment
  })
  return pointerOf(path)
}

const valueAt = (message: Json, pointer: string): Json | undefined =>
  pointerSegments(pointer).reduce<Json | undefined>(childOf, message)

const childOf = (value: Json | undefined, segment: string): Json | undefined => {
  if (Array.isArray(value)) return value[Number(segment)]
  return isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
}
