import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkSignature } from './webhook-signature'

const secret = 'shared'
const sign = (text: string) => createHmac('sha1', secret).update(text).digest('hex')

test('one event is vouched for as a whole', () => {
  const body = '{"event":"Violation Generated"}'
  expect(checkSignature(secret, body, sign(body))).toBe('whole-body')
  expect(checkSignature(secret, body, sign(body).toUpperCase())).toBe('whole-body')
})

test('of an array Segment signs the first element only', () => {
  const body = '[ {"a": 1}, {"b": 2} ]'
  expect(checkSignature(secret, body, sign('{"a":1}'))).toBe('first-element')
  expect(checkSignature(secret, body, sign('{"b":2}'))).toBe('bad')
})

test('an array signed as a whole is vouched for as a whole', () => {
  const body = '[{"a":1},{"b":2}]'
  expect(checkSignature(secret, body, sign(body))).toBe('whole-body')
})

test.each([
  ['none', null],
  ['empty', ''],
  ['another secret', createHmac('sha1', 'other').update('{}').digest('hex')],
  ['not hex', 'z'.repeat(40)],
  ['too short', 'ab'],
  ['a sha256', createHmac('sha256', secret).update('{}').digest('hex')],
])('a signature that is %s is refused', (_, signature) => {
  expect(checkSignature(secret, '{}', signature)).toBe('bad')
})

test('garbage that nobody signed is refused without a throw', () => {
  expect(checkSignature(secret, '[not json', sign('x'))).toBe('bad')
})
