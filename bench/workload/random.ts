/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export type Random = () => number

export const seeded = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const whole = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

export const oneOf = <T>(random: Random, items: readonly T[]): T =>
  items[whole(random, 0, items.length - 1)] as T

/** Indices by popularity: the n-th is drawn in proportion to 1 / n^exponent. */
export const zipf = (random: Random, count: number, exponent: number): (() => number) => {
  const weights = Array.from({ length: count }, (_, i) => 1 / (i + 1) ** exponent)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  const shares = weights.map((weight) => (reached += weight / total))
  return () => {
    const drawn = random()
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((shares[middle] ?? 1) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}
