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

const ways = ['add', 'swap', 'drop', 'nest', 'share', 'other'] as const

/** A schema made from two, so that it is like the first one. */
const likeness = (old: Json, other: Json, how: (typeof ways)[number], seed: number): Json => {
  if (how === 'other' || !isObject(old) || !isObject(other)) return other
  if (how === 'add') return { ...other, ...old }
  if (how === 'swap') return { ...old, ...other }
  if (how === 'nest') return { properties: { a: { ...old, ...other } } }
  // As events are: several properties of which few change.
  if (how === 'share') return { properties: { a: other, b: old, c: old }, required: seed % 2 ? ['a'] : ['b'] }
  const keys = Object.keys(old)
  const dropped = keys[seed % keys.length]
  return Object.fromEntries(Object.entries(old).filter(([key]) => key !== dropped))
}

const isObject = (schema: Json): schema is JsonObject => typeof schema === 'object'

const withNamed = (schema: Json, named: Json): Json =>
  isObject(schema) ? { ...schema, definitions: { named } } : schema

/**
 * Several schemas, each like another one: with a keyword more, a keyword less, another value, or unrelated; what they
 * refer to may be equal, different or recursive.
 */
export const anyFamily: fc.Arbitrary<readonly Json[]> = fc
  .tuple(
    fc.array(anySchema, { minLength: 3, maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...ways)), { minLength: 2, maxLength: 3 }),
    anySchema,
  )
  .map(([drawn, births, other]) => {
    const family = [...drawn]
    for (const [first, second, how] of births) {
      const parents = [first, second].map((parent) => family[parent % family.length] ?? true)
      family.push(likeness(parents[0] ?? true, parents[1] ?? true, how, second))
    }
    return JSON.stringify(family).includes('$ref')
      ? family.map((schema, i) => withNamed(schema, i % 2 === 0 ? (drawn[0] ?? true) : other))
      : family
  })

/** Every two schemas of a family, in both orders. */
export const pairsOf = <T>(family: readonly T[]): readonly (readonly [T, T])[] =>
  family.flatMap((old) => family.filter((next) => next !== old).map((next) => [old, next] as const))

export const anyPair: fc.Arbitrary<readonly [Json, Json]> = anyFamily.map(
  (family) => [family[0] ?? true, family.at(-1) ?? true] as const,
)
