import { expect, test } from 'vitest'
import { hasPlace } from './has-place'

const schema = (properties: object, more: object = {}) => JSON.stringify({ properties, ...more })
const place = (before: string | null, after: string | null) => ({ before, after })

test.each([
  ['the rule as a whole', place(null, '{}'), '', true],
  ['a property that is new', place('{}', schema({ total: {} })), '/total', true],
  ['a property that is removed', place(schema({ total: {} }), '{}'), '/total', true],
  ['a property of a rule that is removed', place(schema({ total: {} }), null), '/total', true],
  ['a property of neither side', place('{}', schema({ total: {} })), '/sum', false],
  ['a name only required', place(null, schema({}, { required: ['sum'] })), '/sum', true],
  [
    'what lists hold',
    place(null, schema({ items: { items: { properties: { sku: {} } } } })),
    '/items/*/sku',
    true,
  ],
  ['a place under allOf', place(null, JSON.stringify({ allOf: [{ properties: { a: {} } }] })), '/a', true],
  ['a name with a slash', place(null, schema({ 'a/b': {} })), '/a~1b', true],
  ['a name of every object', place(null, schema({ total: {} })), '/__proto__', false],
  ['a keyword', place(null, schema({ total: { type: 'string' } })), '/total/type', false],
] as const)('%s', (_, edit, pointer, found) => expect(hasPlace(edit, pointer)).toBe(found))
