import { describe, expect, test } from 'vitest'
import { changeRequestStatuses } from './change-request'
import { isOpen, isReviewable, transition, transitionsFrom } from './transition'

describe('transition', () => {
  test('the way from draft to published', () => {
    expect(transition('draft', 'submit')).toBe('in-review')
    expect(transition('in-review', 'approve')).toBe('approved')
    expect(transition('approved', 'publish')).toBe('publishing')
    expect(transition('publishing', 'published')).toBe('published')
  })

  test('a failed publish goes on or is abandoned, nothing else', () => {
    expect(transition('publishing', 'publish-failed')).toBe('publish-failed')
    expect(transitionsFrom('publish-failed')).toEqual(['resume', 'abandon'])
    expect(transition('publish-failed', 'resume')).toBe('publishing')
  })

  test('publishing can begin from approved only', () => {
    expect(changeRequestStatuses.filter((status) => transition(status, 'publish'))).toEqual(['approved'])
  })

  test('every open request can be closed, and only those', () => {
    for (const status of changeRequestStatuses)
      expect(transition(status, 'close') !== null).toBe(isOpen(status))
    expect(transition('closed', 'reopen')).toBe('draft')
  })

  test('an approval that lapses sends an approved request back to review', () => {
    expect(transition('approved', 'lapse')).toBe('in-review')
  })

  test('a published request is history', () => expect(transitionsFrom('published')).toEqual([]))

  test('verdicts are taken exactly where reviews are asked for', () => {
    for (const status of changeRequestStatuses)
      expect(transition(status, 'request-changes') !== null).toBe(isReviewable(status))
  })
})
