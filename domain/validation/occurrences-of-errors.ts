import { isJsonObject, type Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { pointerOf, pointerSegments } from '../plan/schema-pointer'
import type { ViolationType } from '../plan/violation-types'
import type { SchemaError } from './compile-schema'
import { describeError } from './describe-error'

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
 * What the validator found, as occurrences: the clause that failed rather than the combination around it where that
 * is one and the same, the branches of a failed choice in its message, and each constraint once for each place.
 */
export const occurrencesOfErrors = (
  errors: readonly SchemaError[],
  message: Json,
  rule: RuleId,
): readonly CallOccurrence[] => {
  const choices = errors.filter(({ keyword }) => choiceKeywords.has(keyword))
  const found = new Map<string, CallOccurrence>()
  for (const error of errors) {
    if (error.keyword === 'if' || choices.some((choice) => isInside(error, choice))) continue
    const { path, value } = place(message, error.instancePath)
    const { type, message: text, name } = describeError(error, value)
    const pointer = pointerOf(name === undefined ? path : [...path, name])
    const key = `${error.schemaPath} ${pointer}`
    if (!found.has(key))
      found.set(key, { type, pointer, message: text + branches(error, errors, message), rule })
  }
  return [...found.values()]
}

/** Keywords whose error stands for those of the schemas inside. */
const choiceKeywords = new Set(['anyOf', 'oneOf', 'propertyNames'])

const isInside = (error: SchemaError, choice: SchemaError): boolean =>
  error.schemaPath.startsWith(`${choice.schemaPath}/`) && error.instancePath.startsWith(choice.instancePath)

const branches = (error: SchemaError, errors: readonly SchemaError[], message: Json): string => {
  if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') return ''
  const inside = errors.filter((other) => isInside(other, error))
  const sentences = inside.map(
    (other) => describeError(other, place(message, other.instancePath).value).message,
  )
  const [first, second, third] = new Set(sentences)
  if (first === undefined) return ''
  return `: ${[first, second, third].filter((sentence) => sentence !== undefined).join('; or ')}`
}

/** The value at a pointer, and the pointer's segments with `*` for every index. */
const place = (message: Json, pointer: string): { path: string[]; value: Json | undefined } => {
  let value: Json | undefined = message
  const path = pointerSegments(pointer).map((segment) => {
    const isItem = Array.isArray(value)
    if (Array.isArray(value)) value = value[Number(segment)]
    else value = isJsonObject(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
    return isItem ? '*' : segment
  })
  return { path, value }
}
