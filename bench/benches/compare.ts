import { compare as compareSchemas } from '@/domain/compatibility/compare'
import type { Bench } from '../figure'
import { median, timed } from '../take-turns'
import { changedSchema, largePlan } from '../workload/large-plan'
import { seeded } from '../workload/random'

const eventCount = 600

export const compare: Bench = {
  name: 'compare',
  title: 'Proof or witness for a changed event of 50 properties, with planned names',
  run: () => {
    const random = seeded(13)
    const pairs = largePlan(eventCount).map(
      ({ jsonSchema }) => [jsonSchema, changedSchema(random, jsonSchema)] as const,
    )
    const verdicts = new Map<string, number>()
    const times = pairs.map(([before, after]) => {
      let verdict = ''
      const spent = timed(() => {
        verdict = compareSchemas(before, after, { plannedNames: true }).verdict
      })
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
      return spent
    })
    // The first ones warm the engine up, as any process does once.
    const warm = times.slice(eventCount / 6).sort((a, b) => a - b)
    const p99 = warm[Math.floor(warm.length * 0.99)] ?? 0
    const inWords = [...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
    return {
      figures: [within('compare, median', median(warm), 3), within('compare, 99th percentile', p99, 50)],
      notes: [{ name: 'verdicts', value: inWords }],
    }
  },
}

const within = (name: string, value: number, most: number) => ({
  name,
  unit: 'ms',
  anchor: { what: 'the goal', value: most },
  product: { what: 'ours', value },
  ratio: value / most,
  goal: { atMost: 1 },
})
