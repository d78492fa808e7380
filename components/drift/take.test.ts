import { expect, it } from 'vitest'
import { consequence, type DriftedRule } from './take'

const drifted = (kind: DriftedRule['kind']): DriftedRule => ({
  rule: { type: 'TRACK', key: 'Cart Viewed', version: 1 },
  kind,
  managed: true,
  live: null,
  seen: null,
  head: null,
  changes: [],
  ignored: null,
  openChangeRequests: [],
})

it.each([
  ['changed', 'ours', 'Cart Viewed is overwritten in Segment with what version 4 says.'],
  ['removed-in-segment', 'ours', 'Cart Viewed is put back into Segment as in version 4.'],
  ['added-in-segment', 'ours', 'Cart Viewed is removed from Segment.'],
  ['changed', 'theirs', 'The request changes Cart Viewed to what Segment holds.'],
  ['removed-in-segment', 'theirs', 'The request removes Cart Viewed from the plan.'],
  ['added-in-segment', 'theirs', 'The request adds Cart Viewed to the plan.'],
] as const)('%s and taken %s: %s', (kind, take, sentence) => {
  expect(consequence(drifted(kind), take, 4)).toBe(sentence)
})
