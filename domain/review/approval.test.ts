import { describe, expect, test } from 'vitest'
import { isWaitingFor, reviewStanding } from './approval'
import type { AuthoredEdit, Review, ReviewVerdict } from './change-request'
import { requiredOf } from './demand'
import { editFingerprint, markOf, requestFingerprint } from './edit-fingerprint'
import { defaultPolicy, type Policy, type ReviewerGroup } from './policy'

const edit = (key: string, after: string | null, by = 'ann', before: string | null = '{}'): AuthoredEdit => ({
  type: 'TRACK',
  key,
  version: 1,
  before,
  after,
  by,
})
let minute = 0
const review = (
  by: string,
  verdict: ReviewVerdict,
  edits: readonly AuthoredEdit[],
  ...tokenMinters: string[]
): Review => {
  minute += 1
  return {
    by,
    at: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
    verdict,
    body: '',
    tokenMinters,
    covers: edits.map((e) => ({ rule: e, hash: editFingerprint(e) })),
  }
}
const stewards = new Set(['sue', 'sam', 'ann'])
const a = edit('A', '{"description":"a"}')
const b = edit('B', '{"description":"b"}')
const terms = (edits: readonly AuthoredEdit[], set: Partial<Policy> = {}, groups: ReviewerGroup[] = []) => {
  const policy = { ...defaultPolicy, ...set }
  return { policy, demands: requiredOf(policy, edits, () => ({ worst: 'safe', readers: 'safe' })), groups }
}
const standing = (edits: readonly AuthoredEdit[], reviews: readonly Review[], set: Partial<Policy> = {}) =>
  reviewStanding(edits, reviews, stewards, terms(edits, set))

describe('reviewStanding', () => {
  test('one steward who wrote no edit is enough', () => {
    expect(standing([a, b], [review('sue', 'approve', [a, b])])).toMatchObject({
      complete: true,
      missing: [],
    })
  })

  test('without edits nothing is complete', () => expect(standing([], []).complete).toBe(false))

  test('an author of any of the edits approves none of them', () => {
    const byTwo = [a, edit('B', '{"description":"b"}', 'sue')]
    const result = standing(byTwo, [review('sue', 'approve', byTwo)])
    expect(result.missing.map(({ key }) => key)).toEqual(['A', 'B'])
    expect(result.reviews[0]).toMatchObject({ counts: false, stale: false })
  })

  test('a token minted by an author does not count, whoever it speaks as', () => {
    expect(standing([a], [review('sue', 'approve', [a], 'ann')]).complete).toBe(false)
    expect(standing([a], [review('sue', 'approve', [a], 'sam', 'ann')]).complete).toBe(false)
    expect(standing([a], [review('sue', 'approve', [a], 'sue', 'sam')]).complete).toBe(true)
  })

  test('somebody who may not review, or no longer, does not count', () => {
    expect(standing([a], [review('vic', 'approve', [a])]).complete).toBe(false)
  })

  test('editing B leaves the approval of A standing', () => {
    const b2 = edit('B', '{"description":"another"}')
    const result = standing([a, b2], [review('sue', 'approve', [a, b])])
    expect(result.missing.map(({ key }) => key)).toEqual(['B'])
    expect(
      standing([a, b2], [review('sue', 'approve', [a, b]), review('sam', 'approve', [b2])]).complete,
    ).toBe(true)
  })

  test('an approval is stale when nothing that it covered is left', () => {
    const result = standing([edit('A', '{"title":"x"}')], [review('sue', 'approve', [a])])
    expect(result).toMatchObject({ complete: false, reviews: [{ stale: true, counts: true }] })
  })

  test('an approval lapses when the base means something else, not when it is laid out anew', () => {
    const approved = [review('sue', 'approve', [a])]
    expect(standing([{ ...a, before: '{ }' }], approved).complete).toBe(true)
    expect(standing([{ ...a, before: '{"type":"object"}' }], approved).complete).toBe(false)
  })

  test('a new name is part of what was approved', () => {
    expect(standing([{ ...a, newKey: 'A2' }], [review('sue', 'approve', [a])]).complete).toBe(false)
  })

  test('a request for changes stops an approved request until its author reviews again', () => {
    const asked = [review('sam', 'approve', [a]), review('sue', 'request-changes', [a])]
    expect(standing([a], asked)).toMatchObject({ complete: false, changesRequestedBy: ['sue'], missing: [] })
    expect(standing([a], [...asked, review('sue', 'approve', [a])])).toMatchObject({ complete: true })
  })

  test('a request for changes takes back what the same person approved', () => {
    const result = standing([a], [review('sue', 'approve', [a]), review('sue', 'request-changes', [a])])
    expect(result.missing.map(({ key }) => key)).toEqual(['A'])
  })

  test('a request for changes on one rule leaves what was approved of others', () => {
    const reviews = [review('sue', 'approve', [a]), review('sue', 'request-changes', [b])]
    const result = standing([a, b], reviews)
    expect(result).toMatchObject({ complete: false, changesRequestedBy: ['sue'] })
    expect(result.missing.map(({ key }) => key)).toEqual(['B'])
    expect(standing([a, b], [...reviews, review('sue', 'approve', [a])]).changesRequestedBy).toEqual(['sue'])
    expect(standing([a, b], [...reviews, review('sue', 'approve', [b])]).complete).toBe(true)
  })

  test('what was taken back stays taken back when the edit is as it was before', () => {
    const b2 = edit('B', '{"description":"another"}')
    const reviews = [review('sue', 'approve', [b]), review('sue', 'request-changes', [b2])]
    expect(standing([b], reviews).missing).toHaveLength(1)
  })

  test('a request for changes ends when nothing that was looked at is left', () => {
    const redone = edit('A', '{"title":"redone"}')
    expect(standing([redone], [review('sue', 'request-changes', [a])]).changesRequestedBy).toEqual([])
  })

  test('whoever had a hand in an edit does not approve it, whoever wrote it last', () => {
    const rewritten = { ...a, by: 'bob', writers: ['sue', 'bob'] }
    expect(standing([rewritten], [review('sue', 'approve', [rewritten])]).complete).toBe(false)
    expect(standing([rewritten], [review('sam', 'approve', [rewritten])]).complete).toBe(true)
  })

  test('a comment changes nothing', () => {
    const result = standing([a], [review('sue', 'approve', [a]), review('sue', 'comment', [a])])
    expect(result.complete).toBe(true)
  })

  test('the order of the list does not matter, the time does', () => {
    const first = review('sue', 'approve', [a])
    const second = review('sue', 'request-changes', [a])
    expect(standing([a], [second, first]).changesRequestedBy).toEqual(['sue'])
  })

  test('a policy can ask for more people, each counted once', () => {
    const two = { approvals: 2 }
    const twice = [review('sue', 'approve', [a]), review('sue', 'approve', [a])]
    expect(standing([a], twice, two)).toMatchObject({ complete: false, touched: [{ needed: 2, lacking: 1 }] })
    expect(standing([a], [...twice, review('sam', 'approve', [a])], two).complete).toBe(true)
  })

  test('a policy can let authors approve', () => {
    expect(standing([a], [review('ann', 'approve', [a])], { authorsMayApprove: true }).complete).toBe(true)
    expect(standing([a], [], { authorsMayApprove: true }).reviewers).toContain('ann')
  })

  test('an area waits for one of its owners, whoever else approved', () => {
    const owned = { ownerships: [{ name: 'All of A', type: null, key: 'A', label: null, group: 'g' }] }
    const groups = [{ id: 'g', name: 'Owners', members: ['sam'] }]
    const of = (...reviews: Review[]) =>
      reviewStanding([a, b], reviews, stewards, terms([a, b], owned, groups))
    const bySue = of(review('sue', 'approve', [a, b]))
    expect(bySue.missing.map(({ key }) => key)).toEqual(['A'])
    expect(isWaitingFor(bySue, terms([a, b], owned, groups), 'sam')).toBe(true)
    expect(isWaitingFor(bySue, terms([a, b], owned, groups), 'sue')).toBe(false)
    expect(of(review('sam', 'approve', [a, b])).complete).toBe(true)
  })
})

test.each<[string, Review[], boolean]>([
  ['sue', [], true],
  ['sue', [review('sue', 'approve', [a])], false],
  ['sam', [review('sue', 'approve', [a])], false],
  ['ann', [], false],
  ['vic', [], false],
])('what waits for %s', (person, reviews, expected) =>
  expect(isWaitingFor(standing([a], reviews), terms([a]), person)).toBe(expected),
)

test('marks stand as the edits do that they were made of', () => {
  const edits = [a, b, { ...edit('C', '{}'), writers: ['sam'], newKey: 'D' }]
  const reviews = [review('sue', 'approve', [a, b]), review('sam', 'request-changes', edits)]
  const marked = reviewStanding(edits.map(markOf), reviews, stewards, terms(edits))
  expect(marked).toEqual(standing(edits, reviews))
  expect(marked.reviewers).toEqual(['sue'])
})

describe('requestFingerprint', () => {
  test('sees any change of an edit, and not their order', () => {
    expect(requestFingerprint([a, b])).toBe(requestFingerprint([b, a]))
    expect(requestFingerprint([a, b])).not.toBe(requestFingerprint([a]))
    expect(requestFingerprint([a])).not.toBe(requestFingerprint([edit('A', null)]))
    expect(requestFingerprint([a])).not.toBe(requestFingerprint([{ ...a, before: null }]))
  })
})
