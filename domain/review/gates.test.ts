import { expect, test } from 'vitest'
import type { RuleId } from '../plan/rule'
import { reviewStanding } from './approval'
import type { AuthoredEdit } from './change-request'
import { editFingerprint } from './edit-fingerprint'
import { type GateFacts, gates } from './gates'

const rule = (key: string): RuleId => ({ type: 'TRACK', key, version: 1 })
const edit: AuthoredEdit = { ...rule('A'), before: '{}', after: '{"title":"a"}', by: 'ann' }
const verdict = (kind: 'approve' | 'request-changes') =>
  reviewStanding(
    [edit],
    [
      {
        by: 'sue',
        at: '2026-01-01T00:00:00.000Z',
        verdict: kind,
        body: '',
        tokenMinters: [],
        covers: [{ rule: edit, hash: editFingerprint(edit) }],
      },
    ],
    new Set(['sue']),
  )
const clear: GateFacts = {
  editCount: 1,
  standing: verdict('approve'),
  nameOf: (person) => person.toUpperCase(),
  baseVersion: 3,
  headVersion: 3,
  conflicts: [],
  drift: [],
  checks: [],
}
const codes = (facts: Partial<GateFacts>) => gates({ ...clear, ...facts }).map(({ code }) => code)

test('an approved request on head meets no gate', () => expect(codes({})).toEqual([]))

test.each<[string, Partial<GateFacts>, string[]]>([
  ['without edits', { editCount: 0, standing: reviewStanding([], [], new Set()) }, ['no-edits']],
  ['not yet approved', { standing: reviewStanding([edit], [], new Set()) }, ['approvals-missing']],
  ['changes asked for', { standing: verdict('request-changes') }, ['changes-requested', 'approvals-missing']],
  ['behind head', { headVersion: 4 }, ['out-of-date']],
  ['in conflict', { headVersion: 4, conflicts: [rule('A')] }, ['conflicts', 'out-of-date']],
  ['drifted', { drift: [rule('B')] }, ['drift']],
  ['checks running', { checks: [{ name: 'diff', status: 'running' }] }, ['checks-running']],
  [
    'a check that says stop',
    { checks: [{ name: 'diff', status: 'completed', conclusion: 'block' }] },
    ['check-failed'],
  ],
  [
    'a check that broke',
    { checks: [{ name: 'diff', status: 'failed', reason: 'timeout' }] },
    ['check-failed'],
  ],
  [
    'checks that pass, warn or are skipped',
    {
      checks: [
        { name: 'diff', status: 'completed', conclusion: 'warn' },
        { name: 'lint', status: 'skipped', reason: 'not built yet' },
      ],
    },
    [],
  ],
])('a request %s', (_name, facts, expected) => expect(codes(facts)).toEqual(expected))

test('every gate says who clears it', () => {
  const all = gates({
    ...clear,
    headVersion: 4,
    standing: verdict('request-changes'),
    drift: ['A', 'B', 'C', 'D'].map(rule),
    checks: [{ name: 'diff', status: 'failed' }],
  })
  expect(all.every(({ clearedBy, message }) => clearedBy !== '' && message.endsWith('.'))).toBe(true)
  expect(all.map(({ message }) => message)).toContain('SUE asked for changes.')
  expect(all.find(({ code }) => code === 'drift')?.message).toContain('A, B, C and 1 more')
})
