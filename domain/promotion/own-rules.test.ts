import { expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import { ownRules } from './own-rules'

test('what a plan holds of its own, with why', () => {
  const held = [aRule('Same', '{"type":["object"]}'), aRule('Other', '{"a":1}'), aRule('Here')]
  const upstream = [aRule('Same', '{"type":"object"}'), aRule('Other', '{"a":2}'), aRule('There')]
  expect(ownRules(held, upstream).map(({ key, why }) => [key, why])).toEqual([
    ['Here', 'only-here'],
    ['Other', 'differs'],
    ['There', 'left-out'],
  ])
})
