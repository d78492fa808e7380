import { expect, it } from 'vitest'
import { samplingPriority } from './priority'

it('gives each call of a stratum the same chance', () => {
  // Of 100 calls the 10 with the lowest priorities are kept, in 2,000 strata: each call is expected 200 times.
  const kept = new Array<number>(100).fill(0)
  for (let stratum = 0; stratum < 2_000; stratum += 1)
    kept
      .map((_, i) => ({ i, priority: samplingPriority(`stratum ${stratum}`, `message ${i}`) }))
      .sort((a, b) => a.priority - b.priority)
      .slice(0, 10)
      .forEach(({ i }) => {
        kept[i] = (kept[i] ?? 0) + 1
      })
  const chiSquared = kept.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0)
  // 99 degrees of freedom, drawn without replacement (variance smaller by 1 - 10/100); 0.9999 of all samples lie below.
  expect(chiSquared).toBeLessThan(0.9 * 161)
})
