import { expect, test } from 'vitest'
import type { AuthoredEdit, Review, ReviewVerdict } from './change-request'
import { decisionsOf, type Look } from './decisions'
import { editFingerprint } from './edit-fingerprint'

const edit = (key: string, after: string): AuthoredEdit => ({
  type: 'TRACK',
  key,
  version: 1,
  before: '{}',
  after,
  by: 'ann',
})
const a = edit('A', '{"title":"a"}')
const b = edit('B', '{"title":"b"}')
const a2 = edit('A', '{"title":"another"}')

const review = (verdict: ReviewVerdict, covered: readonly AuthoredEdit[], by = 'sue'): Review => ({
  by,
  at: '2026-01-01T00:00:00.000Z',
  verdict,
  body: '',
  tokenMinters: [],
  covers: covered.map((each) => ({ rule: each, hash: editFingerprint(each) })),
})
const look = (at: AuthoredEdit): Look => ({ ruleKey: `TRACK/1/${at.key}`, hash: editFingerprint(at) })
const of = (edits: readonly AuthoredEdit[], reviews: readonly Review[], looks: readonly Look[] = []) =>
  Object.fromEntries(
    [...decisionsOf(edits, 'sue', reviews, looks)].map(([key, { verdict, changed }]) => [
      key.at(-1),
      changed ? `${verdict}, changed since` : verdict,
    ]),
  )

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['nothing said is nothing decided', of([a, b], []), {}],
  [
    'the last verdict on each rule',
    of([a, b], [review('approve', [a, b]), review('request-changes', [b])]),
    { A: 'approve', B: 'request-changes' },
  ],
  [
    'somebody else’s verdict is not mine, a comment is none',
    of([a], [review('approve', [a], 'sam'), review('comment', [a])]),
    {},
  ],
  [
    'an edit that changed since is told apart',
    of([a2, b], [review('approve', [a, b])]),
    { A: 'approve, changed since', B: 'approve' },
  ],
  [
    'a look at the edit as it is goes before a verdict on an earlier form',
    of([a2], [review('approve', [a])], [look(a2)]),
    { A: 'looked' },
  ],
  ['a look takes back no verdict', of([a], [review('approve', [a])], [look(a)]), { A: 'approve' }],
  [
    'a verdict on an earlier form does not hide the one on this',
    of([a], [review('approve', [a]), review('approve', [a2])]),
    { A: 'approve' },
  ],
  ['what is no longer edited is not in it', of([b], [review('approve', [a])]), {}],
])('%s', (_, decisions, expected) => expect(decisions).toEqual(expected))
