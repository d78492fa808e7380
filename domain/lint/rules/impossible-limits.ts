import { isTypeName } from '../../plan/defects/draft-seven'
import type { Json, JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'
import { typesNamed } from '../linted-rule'

export const impossibleLimits: LintRule = {
  id: 'impossible-limits',
  title: 'Some value fits every limit',
  why: 'No call can satisfy limits that contradict each other.',
  checkEach:
    () =>
    ({ holding }, found) => [
      ...pairs.flatMap(([least, most, mayMeet]) =>
        holding(least)
          .filter(({ schema }) => exceeds(schema[least], schema[most], mayMeet))
          .map((at) =>
            found(at, `No value fits: ${least} ${at.schema[least]} stands above ${most} ${at.schema[most]}.`),
          ),
      ),
      ...holding('enum')
        .filter(({ schema }) => isOfOtherTypes(schema))
        .map((at) =>
          found(at, `No value fits: none of the allowed ones is ${typesNamed(at.schema).join(' or ')}.`),
        ),
    ],
}

const pairs = [
  ['minimum', 'maximum', true],
  ['minimum', 'exclusiveMaximum', false],
  ['exclusiveMinimum', 'maximum', false],
  ['exclusiveMinimum', 'exclusiveMaximum', false],
  ['minLength', 'maxLength', true],
  ['minItems', 'maxItems', true],
  ['minProperties', 'maxProperties', true],
] as const

const exceeds = (low: Json | undefined, high: Json | undefined, mayMeet: boolean): boolean =>
  typeof low === 'number' && typeof high === 'number' && (mayMeet ? low > high : low >= high)

/** A list of allowed values none of which has an allowed type. */
const isOfOtherTypes = (schema: JsonObject): boolean => {
  const values = schema.enum
  if (!Array.isArray(values) || values.length === 0) return false
  const types = typesNamed(schema)
  if (types.length === 0 || !types.every(isTypeName)) return false
  return !values.some((value) => types.some((type) => is(value, type)))
}

const is = (value: Json, type: string): boolean => {
  if (value === null) return type === 'null'
  if (Array.isArray(value)) return type === 'array'
  if (typeof value === 'number') return type === 'number' || (type === 'integer' && Number.isInteger(value))
  return typeof value === type
}
