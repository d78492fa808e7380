import { describe, expect, test } from 'vitest'
import { aRule as rule } from '../plan/a-rule.cases'
import { drift } from './drift'

describe('drift', () => {
  test('is nothing when Segment holds what we published, whatever our head says', () => {
    const live = [rule('A', '{"type":["object"]}')]
    expect(drift({ live, seen: [rule('A', '{"type":"object"}')], head: [], managed: live })).toEqual([])
  })

  test('shows every rule that moved, three ways', () => {
    const [gone, back, hand] = [rule('Gone'), rule('Back'), rule('By Hand')]
    const [base, theirs, ours] = [
      rule('Moved'),
      rule('Moved', '{"title":"theirs"}'),
      rule('Moved', '{"title":"ours"}'),
    ]
    const result = drift({
      live: [gone, base],
      seen: [theirs, back, hand],
      head: [ours, gone],
      managed: [gone, base, back],
    })
    expect(result).toEqual([
      {
        rule: expect.objectContaining({ key: 'Back' }),
        kind: 'returned',
        base: null,
        ours: null,
        theirs: back,
        blocks: true,
      },
      {
        rule: expect.objectContaining({ key: 'By Hand' }),
        kind: 'added',
        base: null,
        ours: null,
        theirs: hand,
        blocks: false,
      },
      {
        rule: expect.objectContaining({ key: 'Gone' }),
        kind: 'removed',
        base: gone,
        ours: gone,
        theirs: null,
        blocks: true,
      },
      { rule: expect.objectContaining({ key: 'Moved' }), kind: 'changed', base, ours, theirs, blocks: true },
    ])
  })

  test('the consent event that Segment adds by itself is no drift', () => {
    const seen = [rule('Segment Consent Preference Updated')]
    expect(drift({ live: [], seen, head: [], managed: [] })).toEqual([])
  })
})
