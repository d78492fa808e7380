import fc from 'fast-check'
import type { Json, JsonObject } from '../plan/json'

const names = ['a', 'b', 'ab', 'c']
const patterns = ['^a', 'b$', '^[ab]+$', '^a?b*$', '[0-9]{2}', '^(x|yy)$', 'a|b']
const scalars: Json[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  3,
  -1,
  0.5,
  1.5,
  6,
  '',
  'a',
  'b',
  'ab',
  'aab',
  'x',
  '42',
  'c',
]

const someOf = <T>(items: readonly T[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength, maxLength: 3 })

/** Values that small schemas accept and refuse. */
export const anyInstance: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: fc.constantFrom(...scalars) },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 2,
      arbitrary: fc.dictionary(fc.constantFrom(...names, 'x', 'bb'), tie('value'), {
        maxKeys: 4,
        noNullPrototype: true,
      }),
    },
  ),
})).value

const small = fc.integer({ min: 0, max: 3 })
const number = fc.constantFrom(-1, 0, 0.5, 1, 1.5, 2, 3, 6)
const typeName = fc.constantFrom('null', 'boolean', 'integer', 'number', 'string', 'array', 'object')

const toNamed: JsonObject = { $ref: '#/definitions/named' }

/** The keywords by which one schema differs from another, each with a value that draft-07 allows. */
const keywords = (schema: fc.Arbitrary<Json>): readonly fc.Arbitrary<JsonObject>[] => {
  const one = <T extends Json>(keyword: string, value: fc.Arbitrary<T>) =>
    value.map((v) => ({ [keyword]: v }))
  const map = (keys: readonly string[]) =>
    fc.dictionary(fc.constantFrom(...keys), schema, { maxKeys: 2, noNullPrototype: true })
  const list = fc.array(schema, { minLength: 1, maxLength: 3 })
  return [
    one('type', fc.oneof(typeName, fc.uniqueArray(typeName, { minLength: 1, maxLength: 3 }))),
    one('enum', someOf(scalars, 1)),
    one('const', anyInstance),
    ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((keyword) => one(keyword, number)),
    one('multipleOf', fc.constantFrom(0.5, 1, 1.5, 2, 3, 6)),
    ...['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'].map((keyword) =>
      one(keyword, small),
    ),
    one('pattern', fc.constantFrom(...patterns)),
    one('format', fc.constantFrom('date', 'email', 'ipv4')),
    one('uniqueItems', fc.boolean()),
    one('items', fc.oneof(schema, list)),
    fc.record({ items: list, additionalItems: schema }),
    // Below a property or in a list only: a schema that leads back into itself on the spot has no meaning.
    fc.constantFrom<JsonObject>(
      { items: toNamed },
      { properties: { a: toNamed } },
      { additionalProperties: toNamed },
    ),
    one('contains', schema),
    one('required', someOf(names)),
    one('properties', map(names)),
    one('patternProperties', map(patterns)),
    one('additionalProperties', fc.oneof(fc.boolean(), schema)),
    one('propertyNames', schema),
    one(
      'dependencies',
      fc.dictionary(fc.constantFrom(...names), fc.oneof(someOf(names), schema), {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    ),
    ...['allOf', 'anyOf', 'oneOf'].map((keyword) => one(keyword, list)),
    one('not', schema),
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
    fc.record({ if: schema, then: schema, else: schema }, { requiredKeys: ['if'] }),
  ]
}

/** Schemas over the whole draft-07 vocabulary, references apart, a few levels deep. */
export const anySchema: fc.Arbitrary<Json> = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 1, arbitrary: fc.boolean() },
    { weight: 2, arbitrary: typeName.map((type) => ({ type })) },
    {
      weight: 5,
      arbitrary: fc
        .array(fc.oneof(...keywords(tie('schema'))), { minLength: 1, maxLength: 3 })
        .map((parts) => Object.assign({}, ...parts) as JsonObject),
    },
  ),
})).schema

const likePair: fc.Arbitrary<readonly [old: Json, next: Json]> = fc
  .tuple(anySchema, anySchema, fc.constantFrom('add', 'swap', 'drop', 'nest', 'other'), fc.nat())
  .map(([old, other, how, seed]) => {
    if (how === 'other' || typeof old !== 'object' || typeof other !== 'object') return [old, other] as const
    if (how === 'add') return [old, { ...other, ...old }] as const
    if (how === 'swap') return [old, { ...old, ...other }] as const
    if (how === 'nest')
      return [{ properties: { a: old } }, { properties: { a: { ...old, ...other } } }] as const
    const keys = Object.keys(old as JsonObject)
    const dropped = keys[seed % keys.length]
    return [
      old,
      Object.fromEntries(Object.entries(old as JsonObject).filter(([key]) => key !== dropped)),
    ] as const
  })

const withNamed = (schema: Json, named: Json): Json => ({ definitions: { named }, allOf: [schema] })

/**
 * A schema and one like it: with a keyword more, a keyword less, another value, or unrelated; what they refer to may
 * be equal, different or recursive.
 */
export const anyPair: fc.Arbitrary<readonly [old: Json, next: Json]> = fc
  .tuple(likePair, likePair)
  .map(([[old, next], [named, other]]) =>
    JSON.stringify([old, next]).includes('$ref')
      ? [withNamed(old, named), withNamed(next, other)]
      : [old, next],
  )
