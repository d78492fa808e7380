import { expect, test } from 'vitest'
import { discardWords } from './discard-reasons'
import { reconcile } from './reconcile'

test.each([
  [[], 5, null],
  [[{ reason: 'unplanned', count: 1 }], 0, /^Segment blocked 1 event\. 1 event of them had no violation/],
  [
    [
      { reason: 'schema_violation', count: 1_200 },
      { reason: 'common_schema_violation', count: 4 },
    ],
    1_180,
    /^Segment blocked 1,204 events\. 1,204 events of them broke a rule; violations of only 1,180 calls arrived here\.$/,
  ],
  [[{ reason: 'unplanned_and_schema_violation', count: 3 }], 0, /violations of none arrived here/],
  [[{ reason: 'schema_violation', count: 3 }], 9, /and violations of 9 calls arrived here\.$/],
] as const)('%j against %i', (blocked, arrived, sentence) => {
  const found = reconcile(blocked, arrived).sentence
  if (sentence === null) expect(found).toBeNull()
  else expect(found).toMatch(sentence)
})

test('a reason that is not known is shown as Segment spells it', () => {
  expect(discardWords('schema_violation')).toBe('broke the rule of the event')
  expect(discardWords('brand_new_reason')).toBe('brand_new_reason')
})
