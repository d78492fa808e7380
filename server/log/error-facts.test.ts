import { expect, test } from 'vitest'
import { errorFacts } from './error-facts'

test('an error keeps its words, code and cause, and nothing that hangs on it', () => {
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', client: { password: 'hush' } })
  const facts = errorFacts(new TypeError('no plan', { cause }))
  expect(facts).toEqual({
    type: 'TypeError',
    message: 'no plan',
    stack: expect.stringContaining('no plan'),
    cause: { type: 'Error', message: 'refused', code: 'ECONNREFUSED', stack: expect.any(String) },
  })
})
