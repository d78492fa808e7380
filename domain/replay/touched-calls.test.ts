import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import type { Edit } from '../plan/edit'
import { ruleKey } from '../plan/rule-id'
import { rulesOfTouched, touchedCalls } from './touched-calls'

const edit = (more: Partial<Edit>): Edit => ({
  type: 'TRACK',
  key: 'A',
  version: 1,
  before: '{}',
  after: '{}',
  ...more,
})
const rules = [
  aRule('A'),
  aRule('A', {}, { version: 2 }),
  aRule('B'),
  aRule('Home', {}, { type: 'PAGE' }),
  aRule(null, {}, { type: 'PAGE' }),
  aRule(null, {}, { type: 'IDENTIFY' }),
  aRule(null, {}, { type: 'COMMON' }),
]

test.each<[string, readonly Edit[], ReturnType<typeof touchedCalls>['names'], readonly string[]]>([
  [
    'an event: all its versions, and the common rule',
    [edit({}), edit({ version: 2 })],
    [{ type: 'TRACK', key: 'A' }],
    ['TRACK/1/A', 'TRACK/2/A', 'COMMON/1'],
  ],
  [
    'a rename: both names',
    [edit({ newKey: 'B' })],
    [
      { type: 'TRACK', key: 'A' },
      { type: 'TRACK', key: 'B' },
    ],
    ['TRACK/1/A', 'TRACK/2/A', 'TRACK/1/B', 'COMMON/1'],
  ],
  [
    'a named page: also what judges pages without a rule of their own',
    [edit({ type: 'PAGE', key: 'Home' })],
    [{ type: 'PAGE', key: 'Home' }],
    ['PAGE/1/Home', 'PAGE/1', 'COMMON/1'],
  ],
  [
    'the rule of all pages: every page',
    [edit({ type: 'PAGE', key: null })],
    null,
    ['PAGE/1/Home', 'PAGE/1', 'COMMON/1'],
  ],
  [
    'traits',
    [edit({ type: 'IDENTIFY', key: null })],
    [{ type: 'IDENTIFY', key: null }],
    ['IDENTIFY/1', 'COMMON/1'],
  ],
  ['the common rule: everything', [edit({ type: 'COMMON', key: null })], null, rules.map(ruleKey)],
])('%s', (_what, edits, names, expected) => {
  const touched = touchedCalls(edits)
  expect(touched.names).toEqual(names)
  expect(rulesOfTouched(rules, touched).map(ruleKey)).toEqual(expected)
})
