import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RuleId, ruleTypes } from './rule'
import { checkRuleId, compareRuleIds, parseRuleKey, ruleKey, sameRule } from './rule-id'

const anyRuleId: fc.Arbitrary<RuleId> = fc.record({
  type: fc.constantFrom(...ruleTypes),
  key: fc.option(fc.string({ unit: 'binary' })),
  version: fc.integer({ min: 1, max: 9 }),
})

describe('ruleKey', () => {
  test('is read back for any identity, hostile keys included', () => {
    fc.assert(
      fc.property(anyRuleId, (id) => {
        expect(parseRuleKey(ruleKey(id))).toEqual(id)
      }),
    )
  })

  test('tells an empty key from no key', () => {
    const page = { type: 'PAGE', version: 1 } as const
    expect(ruleKey({ ...page, key: '' })).not.toBe(ruleKey({ ...page, key: null }))
  })

  test.each(['', 'TRACK', 'OTHER/1', 'TRACK/x/a', 'track/1/a'])('is not read from %j', (text) => {
    expect(parseRuleKey(text)).toBeNull()
  })
})

test('the order of rules agrees with their equality and does not depend on the sides', () => {
  fc.assert(
    fc.property(anyRuleId, anyRuleId, (a, b) => {
      expect(Math.sign(compareRuleIds(a, b))).toBe(-Math.sign(compareRuleIds(b, a)) + 0)
      if (sameRule(a, b)) expect(compareRuleIds(a, b)).toBe(0)
    }),
  )
})

test.each([
  [{ type: 'TRACK', key: 'Order Completed', version: 1 }, null],
  [{ type: 'TRACK', key: null, version: 1 }, 'key-missing'],
  [{ type: 'TRACK', key: '', version: 1 }, 'key-missing'],
  [{ type: 'COMMON', key: null, version: 1 }, null],
  [{ type: 'IDENTIFY', key: 'x', version: 1 }, 'key-not-allowed'],
  [{ type: 'PAGE', key: null, version: 1 }, null],
  [{ type: 'SCREEN', key: 'Home', version: 1 }, null],
  [{ type: 'TRACK', key: 'é'.repeat(1_000), version: 1 }, null],
  [{ type: 'TRACK', key: `${'é'.repeat(1_000)}!`, version: 1 }, 'key-too-long'],
  [{ type: 'TRACK', key: 'a', version: 0 }, 'version-invalid'],
  [{ type: 'TRACK', key: 'a', version: 1.5 }, 'version-invalid'],
  [{ type: 'TRACK', key: 'a', version: 2 ** 31 }, 'version-invalid'],
] satisfies [RuleId, string | null][])('checkRuleId(%j) is %j', (id, problem) => {
  expect(checkRuleId(id)).toBe(problem)
})
