import { existsSync, readFileSync } from 'node:fs'

/** Milliseconds of processor time for each round. */
export type Turns = { readonly anchor: readonly number[]; readonly product: readonly number[] }

type Work = { readonly anchor: () => void; readonly product: () => void }

/**
 * Runs anchor and product by turns, the one that begins changing each time, so that a machine that slows down slows
 * both. A round may have many parts; `part` makes the work of the next one, untimed, or null when the round is over.
 */
export const takeTurns = (rounds: number, parts: (round: number) => Iterable<Work>): Turns => {
  const turns = { anchor: [] as number[], product: [] as number[] }
  let isAnchorFirst = true
  for (let round = 0; round < rounds; round += 1) {
    const spent = { anchor: 0, product: 0 }
    for (const work of parts(round)) {
      const order = isAnchorFirst ? (['anchor', 'product'] as const) : (['product', 'anchor'] as const)
      for (const side of order) spent[side] += timed(work[side])
      isAnchorFirst = !isAnchorFirst
    }
    turns.anchor.push(spent.anchor)
    turns.product.push(spent.product)
  }
  return turns
}

/**
 * Processor time of this thread rather than the clock's, so that what else the machine does counts for neither side,
 * and neither does the engine when it makes code quicker in a thread of its own. Linux tells it; elsewhere the
 * processor time of the whole process stands in.
 */
export const timed = (run: () => void): number => {
  const start = processorTime()
  run()
  return processorTime() - start
}

const own = '/proc/thread-self/schedstat'
const isTold = existsSync(own)

/** Milliseconds. */
const processorTime = (): number => {
  // Linux brings a thread's own count up to date only a few hundred times a second, unless this is asked for first.
  const { user, system } = process.cpuUsage()
  return isTold ? Number(readFileSync(own, 'utf8').split(' ')[0]) / 1e6 : (user + system) / 1000
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** The median of the ratios of each round, which drift less than the ratio of two medians. */
export const medianRatio = ({ anchor, product }: Turns): number =>
  median(product.map((time, round) => time / (anchor[round] ?? time)))
