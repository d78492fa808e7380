import { expect, test } from 'vitest'
import type { RuleId } from '../plan/rule'
import { reviewStanding } from './approval'
import type { AuthoredEdit, Gate } from './change-request'
import { requiredOf } from './demand'
import { editFingerprint } from './edit-fingerprint'
import { type GateFacts, gates } from './gates'
import { defaultPolicy, type Policy } from './policy'
import { gatesBeforeWaiting, openingOf, type QueueNeighbour } from './publish-gates'
import { isBypassable } from './review-gates'

const rule = (key: string): RuleId => ({ type: 'TRACK', key, version: 1 })
const edit: AuthoredEdit = { ...rule('A'), before: '{}', after: '{"title":"a"}', by: 'ann' }
const groups = [{ id: 'g', name: 'Checkout owners', members: ['sam', 'ann'] }]
const review = (by: string, kind: 'approve' | 'request-changes') => ({
  by,
  at: '2026-01-01T00:00:00.000Z',
  verdict: kind,
  body: '',
  tokenMinters: [],
  covers: [{ rule: edit, hash: editFingerprint(edit) }],
})
/** What the reviews make of the edits under a policy, as facts. */
const reviewed = (
  set: Partial<Policy>,
  reviews: Parameters<typeof reviewStanding>[1] = [],
  edits: readonly AuthoredEdit[] = [edit],
) => {
  const policy = { ...defaultPolicy, ...set }
  const terms = {
    policy,
    demands: requiredOf(policy, edits, () => ({ worst: 'breaking', readers: 'safe' })),
    groups,
  }
  const people = new Set(['sue', 'sam', 'ann'])
  return { terms, standing: reviewStanding(edits, reviews, people, terms) }
}
const verdict = (kind: 'approve' | 'request-changes') => reviewed({}, [review('sue', kind)])
const clear: GateFacts = {
  editCount: 1,
  ...verdict('approve'),
  nameOf: (person) => person.toUpperCase(),
  baseVersion: 3,
  headVersion: 3,
  conflicts: [],
  drift: [],
  checks: [],
  waiting: null,
  now: '2026-01-01T00:00:00.000Z',
}
const codes = (facts: Partial<GateFacts>) => gates({ ...clear, ...facts }).map(({ code }) => code)

test('an approved request on head meets no gate', () => expect(codes({})).toEqual([]))

test.each<[string, Partial<GateFacts>, string[]]>([
  ['without edits', { editCount: 0, ...reviewed({}, [], []) }, ['no-edits']],
  ['not yet approved', reviewed({}), ['approvals-missing']],
  ['changes asked for', verdict('request-changes'), ['changes-requested', 'approvals-missing']],
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
    ...verdict('request-changes'),
    drift: ['A', 'B', 'C', 'D'].map(rule),
    checks: [{ name: 'diff', status: 'failed' }],
  })
  expect(all.every(({ clearedBy, message }) => clearedBy !== '' && message.endsWith('.'))).toBe(true)
  expect(all.map(({ message }) => message)).toContain('SUE asked for changes.')
  expect(all.find(({ code }) => code === 'drift')?.message).toContain('A, B, C and 1 more')
})

const waits = (behind: QueueNeighbour | null, at: string | null = null, opens: string | null = null) => ({
  at,
  byName: 'Sue',
  behind,
  opens,
})

test.each<[string, Partial<GateFacts>, Partial<Gate>]>([
  [
    'its hour',
    { waiting: waits(null, '2026-01-02T00:00:00.000Z') },
    { code: 'scheduled', message: 'Sue scheduled the publish.', until: '2026-01-02T00:00:00.000Z' },
  ],
  [
    'its turn, as the next',
    { waiting: waits(null) },
    { message: 'Sue asked for the publish. It is the next in the publish queue.' },
  ],
  [
    'the hours at which the plan may be published',
    { waiting: waits(null, null, '2026-01-03T00:00:00.000Z') },
    {
      message:
        'Sue asked for the publish. It is the next in the publish queue, and waits until the plan may be published again.',
      until: '2026-01-03T00:00:00.000Z',
    },
  ],
  [
    'its turn, behind another',
    { waiting: waits({ number: 5, halted: false }) },
    { message: 'Sue asked for the publish. It is in the publish queue, behind change request 5.' },
  ],
  [
    'its turn, behind a write of another kind',
    { waiting: waits({ number: null, halted: false }) },
    { message: 'Sue asked for the publish. It is in the publish queue, behind another write to the plan.' },
  ],
  [
    'a person',
    { waiting: waits({ number: 5, halted: true }) },
    { message: expect.stringContaining('change request 5 stopped half-way and has to be resumed') },
  ],
])('a publish waits for %s', (_name, facts, gate) => {
  const found = gates({ ...clear, ...facts })
  expect(found).toMatchObject([{ action: 'unschedule', ...gate }])
  expect(gatesBeforeWaiting(found)).toEqual([])
  expect(isBypassable(found)).toBe(false)
})

test('set times: a window, a freeze, and windows that never open', () => {
  const now = '2026-01-05T12:00:00.000Z'
  const windows = [{ days: ['mon' as const], from: '13:00', to: '14:00', timeZone: 'UTC' }]
  const opening = '2026-01-05T13:00:00.000Z'
  const at = (set: Partial<Policy>) => gates({ ...clear, ...reviewed(set, [review('sue', 'approve')]), now })
  expect(at({ windows, bypassRoles: ['admin'] })).toMatchObject([
    { code: 'outside-window', clearedBy: 'the clock', until: opening, bypassRoles: ['admin'] },
  ])
  const freezes = [{ from: now, to: opening, reason: 'Sale.' }]
  expect(at({ freezes })).toMatchObject([
    { message: 'Nothing is published to the plan for now: Sale.', until: opening },
  ])
  const [never] = at({ windows: [{ days: [], from: '13:00', to: '14:00', timeZone: 'UTC' }] })
  expect(never).toMatchObject({ clearedBy: 'an admin, by changing the policy' })
  expect(never).not.toHaveProperty('until')
  expect(openingOf(at({ windows }))).toBe(opening)
  expect(openingOf(at({ windows: [{ days: [], from: '13:00', to: '14:00', timeZone: 'UTC' }] }))).toBeNull()
  expect(openingOf(at({ windows, approvals: 2 }))).toBeNull()
  expect(openingOf([])).toBeNull()
})

test.each<[string, Partial<Policy>, string[], string]>([
  ['one person', {}, [], 'A still needs an approval.'],
  ['two people', { approvals: 2 }, [], 'A still needs 2 approvals.'],
  ['one more', { approvals: 2 }, ['sue'], 'A still needs 1 more approval.'],
  ['more for a break', { breaking: 2 }, ['sue'], 'A still needs 1 more approval: a breaking change takes 2.'],
])('approvals by %s', (_name, policy, approvedBy, message) => {
  const facts = reviewed(
    policy,
    approvedBy.map((person) => review(person, 'approve')),
  )
  const [gate] = gates({ ...clear, ...facts })
  expect(gate).toMatchObject({
    code: 'approvals-missing',
    message,
    rules: [{ key: 'A', lacking: facts.standing.touched[0]?.lacking }],
    people: ['sue', 'sam'].filter((id) => !approvedBy.includes(id)).map((id) => ({ id })),
  })
})

const owned: Partial<Policy> = {
  ownerships: [{ name: 'Checkout', type: null, key: 'A', label: null, group: 'g' }],
}

test('an area names its group and those of its people who may approve', () => {
  expect(gates({ ...clear, ...reviewed(owned, [review('sue', 'approve')]) })).toMatchObject([
    {
      code: 'owner-missing',
      message: 'Checkout (A) still needs the approval of one of its owners, Checkout owners.',
      clearedBy: 'SAM of Checkout owners',
      action: 'review',
      area: { name: 'Checkout', group: { id: 'g', name: 'Checkout owners' } },
      people: [{ id: 'sam', name: 'SAM' }],
    },
  ])
})

test('where every owner wrote an edit, the way out is the group', () => {
  const bySam = { ...edit, writers: ['sam'] }
  const [, gate] = gates({ ...clear, ...reviewed(owned, [], [bySam]) })
  expect(gate).toMatchObject({
    code: 'owner-missing',
    clearedBy: 'an admin, by changing Checkout owners: nobody in it may approve this request',
    action: 'change-group',
    people: [],
  })
})

test.each<[string, Partial<Policy>, Partial<GateFacts>, boolean]>([
  ['approvals that are missing', { bypassRoles: ['admin'] }, {}, true],
  ['nothing, when nobody may', {}, {}, false],
  ['no conflict beside them', { bypassRoles: ['admin'] }, { headVersion: 4 }, false],
])('a bypass goes past %s', (_name, policy, facts, expected) => {
  const all = gates({ ...clear, ...reviewed(policy), ...facts })
  expect(isBypassable(all)).toBe(expected)
})
