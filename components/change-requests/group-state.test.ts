import { expect, test } from 'vitest'
import type { DecisionView } from '@/contracts/review-view'
import { aGroup, anEdit } from './a-request.cases'
import { countOfRules, groupState } from './group-state'

const stateOf = (...decisions: (DecisionView | null)[]) =>
  groupState(aGroup(decisions.map((decision, at) => anEdit(`Event ${at}`, { decision }))))
const approved = { verdict: 'approve', changed: false } as const
const looked = { verdict: 'looked', changed: false } as const

test.each([
  ['nothing said', stateOf(null, null), { verdict: null, decided: 0, changed: 0, isDecided: false }],
  ['all the same', stateOf(approved, approved), { verdict: 'approve', decided: 2, isDecided: true }],
  ['some', stateOf(approved, null), { verdict: null, decided: 1, isDecided: false }],
  ['each by itself', stateOf(approved, looked), { verdict: null, decided: 2, isDecided: true }],
  [
    'changed since',
    stateOf(approved, { ...approved, changed: true }),
    { verdict: null, decided: 1, changed: 1, isDecided: false },
  ],
])('%s', (_, state, expected) => expect(state).toMatchObject(expected))

test('what is counted is named', () => {
  expect(countOfRules([anEdit('A')])).toBe('1 event')
  expect(countOfRules([anEdit('A'), anEdit('B')])).toBe('2 events')
  expect(countOfRules([anEdit('A'), anEdit('B', { type: 'IDENTIFY', key: null })])).toBe('2 calls')
})
