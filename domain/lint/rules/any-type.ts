import type { Json, JsonObject } from '../../plan/json'
import type { LintRule } from '../lint-rule'

export const anyType: LintRule = {
  id: 'any-type',
  title: 'Every property says what it holds',
  why: 'Where anything is allowed, nothing can be checked and nothing relied on.',
  checkEach:
    () =>
    ({ properties }, found) =>
      properties
        .filter(({ schema }) => takesAnything(schema))
        .map((property) => found(property, 'It may hold anything. Name its type.')),
}

const takesAnything = (schema: JsonObject): boolean =>
  schema.type === undefined
    ? !says.some((keyword) => Object.hasOwn(schema, keyword))
    : isAny(schema.type) || (Array.isArray(schema.type) && schema.type.some(isAny))

/** No type of JSON Schema, and still what many plans write. */
const isAny = (type: Json): boolean => type === 'any'

const says = ['enum', 'const', '$ref', 'anyOf', 'allOf', 'oneOf', 'not', 'if', 'properties', 'items']
