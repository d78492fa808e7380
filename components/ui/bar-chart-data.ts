/** One part of every bar, bottom first. `color` is a CSS colour made of the tokens. */
export type BarPart = { readonly key: string; readonly label: string; readonly color: string }

/** One bar: what the axis says below it (bars in a row may share it), its own name, the amount of each part by key. */
export type BarPoint = {
  readonly tick: string
  readonly title: string
  readonly values: Readonly<Record<string, number>>
}

/** Something that happened at a point. */
export type BarMark = { readonly title: string; readonly label: string; readonly color: string }

export type BarChartProps = {
  /** What is counted over what, e.g. "Violations per day over the last 14 days". */
  readonly label: string
  readonly parts: readonly BarPart[]
  readonly points: readonly BarPoint[]
  /** What happened at points, by their titles. */
  readonly marks?: readonly BarMark[]
}
