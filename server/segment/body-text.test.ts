import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyText, RawJson } from './body-text'

test('prints any value as JSON does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(bodyText(value)).toBe(JSON.stringify(value))
    }),
  )
})

test('lets raw JSON stand as it is, and leaves absent members out', () => {
  const body = { rules: [{ key: undefined, jsonSchema: new RawJson('{ "max": 12345678901234567890 }') }] }
  expect(bodyText(body)).toBe('{"rules":[{"jsonSchema":{ "max": 12345678901234567890 }}]}')
})
