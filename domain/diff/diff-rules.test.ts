import { describe, expect, test } from 'vitest'
import { aRule as rule } from '../plan/a-rule.cases'
import { ExactNumber } from '../plan/exact-json'
import { describeChange } from './describe-change'
import { diffRules } from './diff-rules'

const told = (...args: Parameters<typeof diffRules>) =>
  diffRules(...args).map((change) => [change.kind, change.rule.key])

describe('diffRules', () => {
  test('a plan and itself differ in nothing, in whatever order', () => {
    const plan = [rule('A'), rule(null, '{"type":"object"}', 'COMMON')]
    expect(told(plan, [...plan].reverse())).toEqual([])
  })

  test('tells added, removed and changed rules by identity', () => {
    const before = [rule('A'), rule('B')]
    const after = [rule('B', '{"description":"b"}'), rule('C'), rule('B', '{}', 'TRACK', 2)]
    expect(told(before, after)).toEqual([
      ['rule-removed', 'A'],
      ['description-changed', 'B'],
      ['rule-added', 'B'],
      ['rule-added', 'C'],
    ])
  })

  test('follows a rename that is known, with what changed on the way', () => {
    const renames = [{ from: rule('A'), to: rule('A2') }]
    const changes = diffRules([rule('A')], [rule('A2', '{"title":"t"}')], renames)
    expect(changes.map(({ kind, rule: { key } }) => [kind, key])).toEqual([
      ['rule-renamed', 'A'],
      ['metadata-changed', 'A'],
    ])
    expect(changes[0] && describeChange(changes[0])).toBe('A is called A2 now')
    expect(told([rule('A')], [rule('A2')])).toEqual([
      ['rule-removed', 'A'],
      ['rule-added', 'A2'],
    ])
  })

  test('a rule that took the name of a removed one is not that one', () => {
    const renames = [{ from: rule('A'), to: rule('B') }]
    expect(told([rule('A'), rule('B')], [rule('B')], renames)).toEqual([
      ['rule-renamed', 'A'],
      ['rule-removed', 'B'],
    ])
  })

  test('two rules may swap names', () => {
    const renames = [
      { from: rule('A'), to: rule('B') },
      { from: rule('B'), to: rule('A') },
    ]
    expect(told([rule('A'), rule('B')], [rule('A'), rule('B')], renames)).toEqual([
      ['rule-renamed', 'A'],
      ['rule-renamed', 'B'],
    ])
  })

  test('sees integers that JavaScript cannot tell apart', () => {
    const [before, after] = ['9007199254740992', '9007199254740993'].map((max) =>
      rule('A', `{"maximum":${max}}`),
    )
    const [change] = before && after ? diffRules([before], [after]) : []
    expect(change).toMatchObject({
      kind: 'bound-changed',
      before: 9007199254740992,
      after: new ExactNumber('9007199254740993'),
    })
    expect(change && describeChange(change)).toBe(
      'the event has to fit maximum 9007199254740993 instead of 9007199254740992',
    )
  })
})
