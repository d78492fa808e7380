import { expect, test } from 'vitest'
import { anEdit } from '../plan/an-edit.cases'
import { touchesPersonalData } from './touches-personal-data'

const text = { type: 'string' }
const event = (properties: object, required: readonly string[] = []) => ({
  properties: { properties: { properties, required } },
})

test.each<[string, object | null, object | null, boolean]>([
  ['adds an address', event({}), event({ email: text }), true],
  ['removes one', event({ email: text }), event({}), true],
  ['a new rule with one', null, event({ email: text }), true],
  ['a removed rule with one', event({ email: text }), null, true],
  ['a new rule without', null, event({ sku: text }), false],
  ['changes its type', event({ email: text }), event({ email: { type: 'number' } }), true],
  ['requires it', event({ email: text }), event({ email: text }, ['email']), true],
  ['another description', event({ email: text }), event({ email: { ...text, description: 'Where' } }), false],
  [
    'marks it otherwise',
    event({ code: { ...text, labels: { pii: 'yes' } } }),
    event({ code: { ...text, labels: { pii: 'no' } } }),
    true,
  ],
  ['takes the mark away', event({ code: { ...text, labels: { pii: 'yes' } } }), event({ code: text }), true],
  ['by format', event({ from: text }), event({ from: { ...text, format: 'email' } }), true],
  [
    'deep in a list',
    event({ people: { items: { properties: {} } } }),
    event({ people: { items: { properties: { phone_number: text } } } }),
    true,
  ],
  [
    'an address that stays',
    event({ email: text, a: text }),
    event({ a: { type: 'number' }, email: text }),
    false,
  ],
  [
    'laid out anew',
    event({ email: { type: 'string', maxLength: 9 } }),
    event({ email: { maxLength: 9, type: 'string' } }),
    false,
  ],
  ['a flag', event({}), event({ email: { type: 'boolean' } }), false],
])('%s', (_name, before, after, expected) => {
  const written = (schema: object | null) => (schema === null ? null : JSON.stringify(schema))
  expect(touchesPersonalData(anEdit('A', written(before), written(after)))).toBe(expected)
})
