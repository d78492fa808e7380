/** A goal as a ratio of product to anchor: of rates where more is better, of times or sizes where less is. */
export type Goal = { readonly atLeast: number } | { readonly atMost: number }

export type Measured = { readonly what: string; readonly value: number }

/** One line of the benchmarks: the anchor and the product as measured in one run, and how they compare. */
export type Figure = {
  readonly name: string
  readonly unit: string
  readonly anchor: Measured
  readonly product: Measured
  readonly ratio: number
  readonly goal: Goal
}

/** A fact beside the ratios. */
export type Note = { readonly name: string; readonly value: string }

export type BenchResult = { readonly figures: readonly Figure[]; readonly notes: readonly Note[] }

export type BenchOptions = {
  /** How many calls the benches of validation judge in a round. */
  readonly calls: number
  /** How often anchor and product take turns; the median counts. */
  readonly rounds: number
  /** How many events the large plans have. */
  readonly events: number
  /** How many occurrences the bench of arrivals writes in a round. */
  readonly rows: number
  /** How many deliveries the bench of deliveries sends in a round. */
  readonly requests: number
  /** How long the bench of sustained arrivals lasts. */
  readonly seconds: number
}

export type Bench = {
  readonly name: string
  readonly title: string
  readonly run: (options: BenchOptions) => Promise<BenchResult> | BenchResult
}

export const isMet = ({ ratio, goal }: Figure): boolean =>
  'atLeast' in goal ? ratio >= goal.atLeast : ratio <= goal.atMost
