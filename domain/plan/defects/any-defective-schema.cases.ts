import fc from 'fast-check'
import type { Json } from '../json'

const anyValue = fc.constantFrom<Json>(
  ...[null, true, false, 0, -1, 1.5, '', 'string', 'any', 'string,', '5', 'true', 'Int'],
  ...[[], ['a'], ['a', 'a'], ['string', null], ['string', 'string'], {}, { a: 'string' }],
)
const names = fc.constantFrom('a', 'a/b', 'type', 'properties', 'items', 'required', '__proto__')
const or = (value: fc.Arbitrary<Json>) => fc.oneof({ arbitrary: value, weight: 2 }, anyValue)

/** Any of the draft-07 keywords with what it may hold. */
const keywords = (schema: fc.Arbitrary<Json>): Readonly<Record<string, fc.Arbitrary<Json>>> => {
  const map = fc
    .array(fc.tuple(names, or(schema)), { maxLength: 3 })
    .map((entries): Json => Object.fromEntries(entries))
  const list: fc.Arbitrary<Json> = fc.array(or(schema), { maxLength: 2 })
  const count = fc.constantFrom<Json>(0, 3)
  return {
    type: fc.constantFrom<Json>('string', 'number', ['string', 'null']),
    required: fc.constantFrom<Json>(['a'], ['a', 'a/b']),
    properties: map,
    enum: fc.constantFrom<Json>([1], ['a', null]),
    items: fc.oneof(schema, list),
    additionalItems: schema,
    additionalProperties: schema,
    anyOf: list,
    if: schema,
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
    then: schema,
    dependencies: map,
    minimum: count,
    exclusiveMinimum: fc.boolean(),
    minLength: count,
    multipleOf: fc.constant(2),
    uniqueItems: fc.boolean(),
    pattern: fc.constant('^a'),
    description: fc.constant('d'),
    examples: fc.constant<Json>([1]),
    id: fc.constant('/a'),
    labels: fc.constant<Json>({ team: 'a' }),
    isNewProperty: fc.constant(true),
    requird: fc.constant<Json>(['a']),
    $schema: fc.constant('http://json-schema.org/draft-04/schema#'),
  }
}

const nested = (depth: number): fc.Arbitrary<Json> => {
  const inner: fc.Arbitrary<Json> = depth === 0 ? fc.constantFrom<Json>({}, true) : nested(depth - 1)
  const entry = Object.entries(keywords(inner)).map(([keyword, value]) =>
    fc.tuple(fc.constant(keyword), or(value)),
  )
  return fc
    .uniqueArray(fc.oneof(...entry), { selector: ([keyword]) => keyword, maxLength: 5 })
    .map((entries): Json => Object.fromEntries(entries))
}

/** Schemas in which every keyword may hold what it should, or anything else. */
export const anyDefectiveSchema: fc.Arbitrary<Json> = nested(3)
