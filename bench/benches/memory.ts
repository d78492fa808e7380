import { compilePlan } from '@/domain/validation/compile-plan'
import type { Bench, BenchOptions } from '../figure'
import { rulesOfEvents } from '../workload/rules-of-events'
import { trackWorkload } from '../workload/track-calls'

/** How many calls are judged between two looks at the memory. */
const looks = 10

export const memory: Bench = {
  name: 'memory',
  title: 'Memory after the last tenth of the calls, against after the second',
  run: ({ calls }: BenchOptions) => {
    const { events, nextCall } = trackWorkload()
    const plan = compilePlan(rulesOfEvents(events))
    // The same texts again and again: what is measured is what the plan keeps, not what makes calls.
    const texts = Array.from({ length: Math.min(calls, 100_000) }, nextCall)
    let occurrences = 0
    const used = Array.from({ length: looks }, (_, look) => {
      for (let i = 0; i < calls / looks; i += 1)
        occurrences += plan.validate(JSON.parse(texts[(look * 7919 + i) % texts.length] ?? 'null')).length
      globalThis.gc?.()
      return process.memoryUsage().heapUsed / 2 ** 20
    })
    const [second, last] = [used[1] ?? 0, used.at(-1) ?? 0]
    return {
      figures: [
        {
          name: 'heap in use',
          unit: 'MB',
          anchor: { what: 'after a fifth', value: second },
          product: { what: 'after all', value: last },
          ratio: last / second,
          goal: { atMost: 1.02 },
        },
      ],
      notes: [
        { name: 'judged', value: `${calls} calls, ${occurrences} occurrences` },
        { name: 'heap after each tenth', value: used.map((size) => size.toFixed(1)).join(' ') },
      ],
    }
  },
}
