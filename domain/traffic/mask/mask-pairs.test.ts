import { expect, it } from 'vitest'
import { maskPairs } from './mask-pairs'
import { maskString } from './mask-value'

it.each([
  ['seen {"user":{"password":"hunter22"}}', 'seen {"user":{"password":"xxxxxx11"}}'],
  ['{"a":1,"password": "hunter22', '{"a":1,"password": "xxxxxx11'],
  ['{"text":"{\\"password\\":\\"hunter22\\"}","b', '{"text":"{\\"password\\":\\"xxxxxx11\\"}","b'],
  ['x {"password":"ab\\"cd","seat":"A1"}', 'x {"password":"xx\\"xx","seat":"A1"}'],
  ['x {"pin": 4711, "seat": "A1"}', 'x {"pin": 1111, "seat": "A1"}'],
])('%s', (text, masked) => {
  expect(maskPairs(text)).toBe(masked)
  expect(maskString(text)).toBe(masked)
})

it('is quick for quotes without end', () => {
  const text = '"password" : "\\'.repeat(20_000)
  const begun = process.cpuUsage()
  maskPairs(text)
  maskPairs('"'.repeat(200_000))
  const { user } = process.cpuUsage(begun)
  expect(user / 1_000).toBeLessThan(1_000)
})
