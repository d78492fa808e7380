import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlainDateTime } from './is-date-time'

test.each([
  ['2024-05-06T07:08:09Z', true],
  ['2024-05-06T07:08:09.123456Z', true],
  ['2024-12-28T23:59:59.0Z', true],
  ['2024-05-06T07:08:09.Z', false],
  ['2024-05-06T07:08:60Z', false],
  ['2024-05-06T24:08:09Z', false],
  ['2024-00-06T07:08:09Z', false],
  ['2024-05-06t07:08:09Z', false],
  ['2024-05-06T07:08:09+02:00', false],
  ['', false],
])('%s', (text, expected) => expect(isPlainDateTime(text)).toBe(expected))

test('what is plainly an instant is one to the full check, too', () => {
  const full = addFormats.default.get('date-time', 'full') as { validate: (text: string) => boolean }
  const piece = fc.constantFrom('0', '1', '2', '3', '5', '9', '-', ':', 'T', '.', 'Z')
  const nearly = fc.tuple(fc.date({ noInvalidDate: true }), fc.nat(24), piece).map(([date, at, other]) => {
    const text = date.toISOString()
    return text.slice(0, at) + other + text.slice(at + 1)
  })
  fc.assert(
    fc.property(nearly, (text) => !isPlainDateTime(text) || full.validate(text)),
    { numRuns: 5000 },
  )
})
