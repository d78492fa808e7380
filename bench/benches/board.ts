import type { BoardTimes } from '../board/run'
import type { Bench } from '../figure'
import { inOwnProcess } from '../in-own-process'

const size = { occurrences: 1_000_000, violations: 5_000 }

export const board: Bench = {
  name: 'board',
  title:
    'A page of the board over 1,000,000 occurrences and 5,000 violations, against a keyset page of its table',
  run: async ({ rounds }) => {
    const { keyset, board: ours } = await inOwnProcess<BoardTimes>('bench/board/run.ts', [
      size.occurrences,
      size.violations,
      rounds,
    ])
    const [anchor, product] = [percentile(keyset, 0.95), percentile(ours, 0.95)]
    const medians = [keyset, ours].map((times) => `${percentile(times, 0.5).toFixed(1)} ms`)
    return {
      figures: [
        {
          name: 'page of 50, 95th percentile',
          unit: 'ms',
          anchor: { what: 'keyset page', value: anchor },
          product: { what: 'board', value: product },
          ratio: product / anchor,
          goal: { atMost: 10 },
        },
      ],
      notes: [
        { name: 'medians', value: medians.join(' and ') },
        { name: 'pages', value: `${ours.length} of each, in turns` },
      ],
    }
  },
}

const percentile = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
