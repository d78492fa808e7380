import type { Bench, BenchOptions, Figure } from '../figure'
import { inOwnProcess } from '../in-own-process'
import { median } from '../take-turns'

/** Milliseconds for the same rows by both ways. */
export type ArrivalRound = { readonly writers: number; readonly copyMs: number; readonly foldMs: number }

const batch = 50_000

export const arrivals: Bench = {
  name: 'arrivals',
  title:
    'Arrivals into Postgres, durable: deduplicated and exactly rolled up, against COPY into the same keyed table',
  run: async ({ rows, rounds }: BenchOptions) => {
    const results = await inOwnProcess<readonly ArrivalRound[]>('bench/arrivals/run.ts', [
      rows,
      rounds,
      batch,
    ])
    return {
      figures: [figure(results, 1, rows, 0.42), figure(results, 2, rows, 0.6)],
      notes: [
        { name: 'rows', value: `${rows}, a tenth of them delivered before, ${batch} a batch` },
        { name: 'counts', value: 'equal to the distinct rows in every round, hour by hour' },
        {
          name: 'ratio of each round, one writer and two',
          value: results.map(({ copyMs, foldMs }) => (copyMs / foldMs).toFixed(2)).join(' '),
        },
      ],
    }
  },
}

/** With two writers, too, COPY by one is the anchor, as in the table of the goals. */
const figure = (results: readonly ArrivalRound[], writers: number, rows: number, atLeast: number): Figure => {
  const anchors = results.filter((round) => round.writers === 1)
  const own = results.filter((round) => round.writers === writers)
  const perSecond = (ms: readonly number[]) => (rows / median(ms)) * 1_000
  return {
    name: `${writers} writer${writers > 1 ? 's' : ''}`,
    unit: 'rows/s',
    anchor: { what: 'COPY', value: perSecond(anchors.map(({ copyMs }) => copyMs)) },
    product: { what: 'arrivals', value: perSecond(own.map(({ foldMs }) => foldMs)) },
    ratio: median(own.map(({ foldMs }, round) => (anchors[round]?.copyMs ?? 0) / foldMs)),
    goal: { atLeast },
  }
}
