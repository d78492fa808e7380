import fc from 'fast-check'
import { describe, expect, inject, test } from 'vitest'
import { estimate, type Sample } from './estimate'

const seed = inject('lawSeed')

describe('estimate', () => {
  test('is exact where everything was kept', () => {
    const whole = fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([a, b]) => ({
      received: Math.max(a, b),
      kept: Math.max(a, b),
      counted: Math.min(a, b),
    }))
    fc.assert(
      fc.property(fc.array(whole, { maxLength: 8 }), (strata) => {
        const truth = strata.reduce((sum, { counted }) => sum + counted, 0)
        expect(estimate(strata)).toEqual({ value: truth, low: truth, high: truth })
      }),
      { seed, numRuns: 200 },
    )
  })

  test('never contradicts what was kept', () => {
    const sample: fc.Arbitrary<Sample> = fc
      .tuple(fc.nat(300), fc.nat(300), fc.nat(2_000_000))
      .map(([a, b, more]) => ({
        kept: Math.max(a, b),
        counted: Math.min(a, b),
        received: Math.max(a, b) + more,
      }))
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 6 }), (strata) => {
        const { value, low, high } = estimate(strata)
        const seen = strata.reduce((sum, { counted }) => sum + counted, 0)
        const most = strata.reduce((sum, { received, kept, counted }) => sum + received - kept + counted, 0)
        expect(low).toBeGreaterThanOrEqual(seen)
        expect(high).toBeLessThanOrEqual(most)
        expect(low).toBeLessThanOrEqual(value)
        expect(high).toBeGreaterThanOrEqual(value)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('knows nothing of a stratum of which nothing was kept', () => {
    expect(estimate([{ received: 40, kept: 0, counted: 0 }])).toEqual({ value: 0, low: 0, high: 40 })
  })

  test('gives the limits of Clopper and Pearson where the whole is far larger than the sample', () => {
    // The 95 % interval of 3 out of 20 is 0.0321 to 0.3789 (SAS and R agree on it).
    const { low, high } = estimate([{ received: 1e9, kept: 20, counted: 3 }])
    expect(low / 1e9).toBeCloseTo(0.0321, 4)
    expect(high / 1e9).toBeCloseTo(0.3789, 4)
  })
})

describe('the interval', () => {
  const samplings = 1_500

  /** How often the interval holds the truth, when strata are sampled again and again. */
  const coverage = (truths: readonly { received: number; kept: number; share: number }[]): number => {
    const random = mulberry(seed)
    let held = 0
    for (let i = 0; i < samplings; i += 1) {
      let truth = 0
      const strata = truths.map(({ received, kept, share }) => {
        const counted = Math.round(received * share)
        truth += counted
        return { received, kept, counted: drawn(random, received, kept, counted) }
      })
      const { low, high } = estimate(strata)
      if (low <= truth && truth <= high) held += 1
    }
    return held / samplings
  }

  test.each([
    ['one stratum, a common outcome', [{ received: 4_000, kept: 100, share: 0.4 }]],
    ['one stratum, a rare outcome', [{ received: 10_000, kept: 50, share: 0.01 }]],
    ['most of it kept', [{ received: 120, kept: 100, share: 0.1 }]],
    [
      'strata that differ much',
      [
        { received: 90_000, kept: 100, share: 0.02 },
        { received: 500, kept: 100, share: 0.9 },
        { received: 60, kept: 60, share: 0.5 },
      ],
    ],
    [
      'many strata, a rare outcome',
      Array.from({ length: 30 }, () => ({ received: 2_000, kept: 40, share: 0.02 })),
    ],
    [
      'many strata, an outcome that is nearly certain',
      Array.from({ length: 30 }, () => ({ received: 2_000, kept: 40, share: 0.98 })),
    ],
    ['one call of each stratum', Array.from({ length: 25 }, () => ({ received: 50, kept: 1, share: 0.3 }))],
    ['nothing of it at all', Array.from({ length: 4 }, () => ({ received: 1_000, kept: 30, share: 0 }))],
  ])('holds the truth in at least 19 of 20 samplings: %s', (_name, truths) => {
    // Three standard errors below 95 %.
    expect(coverage(truths)).toBeGreaterThan(0.933)
  })

  test('is no wider than it has to be', () => {
    const { low, high } = estimate([{ received: 10_000, kept: 400, counted: 80 }])
    expect(high - low).toBeLessThan(10_000 * 0.085)
  })
})

const mulberry = (start: number) => {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How many of the counted ones are among those kept, each set of kept ones as likely as any other. */
const drawn = (random: () => number, received: number, kept: number, counted: number): number => {
  let [left, hits, found] = [received, counted, 0]
  for (let i = 0; i < kept; i += 1) {
    if (random() * left < hits) {
      found += 1
      hits -= 1
    }
    left -= 1
  }
  return found
}
