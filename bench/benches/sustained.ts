import type { Bench, BenchOptions } from '../figure'
import { inOwnProcess } from '../in-own-process'
import { median } from '../take-turns'

export type SustainedResult = {
  readonly distinct: number
  readonly sent: number
  readonly kills: number
  /** MB of the intake that was not killed, at equal distances. */
  readonly memory: readonly number[]
  readonly kept: number
  readonly hours: number
  readonly totals: number
}

export const sustained: Bench = {
  name: 'sustained',
  title: 'Arrivals for a while, with duplicates and kills: nothing lost, nothing twice, memory flat',
  run: async ({ seconds }: BenchOptions) => {
    const result = await inOwnProcess<SustainedResult>('bench/sustained/run.ts', [seconds])
    const { distinct, sent, kills, memory, kept, hours, totals } = result
    const fifth = Math.floor(memory.length / 5)
    const [early, late] = [median(memory.slice(fifth, 2 * fifth)), median(memory.slice(-fifth))]
    const wrong = Math.abs(kept - distinct) + Math.abs(hours - distinct) + Math.abs(totals - distinct)
    return {
      figures: [
        {
          name: 'lost or counted twice',
          unit: 'occurrences',
          anchor: { what: 'sent', value: distinct },
          product: { what: 'wrong', value: wrong },
          ratio: wrong / distinct,
          goal: { atMost: 0 },
        },
        {
          name: 'memory of the intake',
          unit: 'MB',
          anchor: { what: 'in the second fifth', value: early },
          product: { what: 'in the last', value: late },
          ratio: late / early,
          goal: { atMost: 1.1 },
        },
      ],
      notes: [
        { name: 'sent', value: `${sent} deliveries of ${distinct} calls in ${seconds} s` },
        { name: 'killed', value: `an intake or the database ${kills} times, the database every fourth` },
      ],
    }
  },
}
