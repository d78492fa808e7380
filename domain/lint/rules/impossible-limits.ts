import type { JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'

export const impossibleLimits: LintRule = {
  id: 'impossible-limits',
  title: 'Some value fits every limit',
  why: 'No call can satisfy a lower limit above the upper one.',
  severity: 'error',
  check: ({ properties }) =>
    properties.flatMap(({ rule, pointer, schema }) =>
      pairs
        .filter(([least, most]) => exceeds(schema, least, most))
        .map(([least, most]) => ({
          rule,
          pointer,
          message: `${least} ${schema[least]} is above ${most} ${schema[most]}`,
        })),
    ),
}

const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const

const exceeds = (schema: JsonObject, least: string, most: string): boolean => {
  const [low, high] = [schema[least], schema[most]]
  return typeof low === 'number' && typeof high === 'number' && low > high
}
