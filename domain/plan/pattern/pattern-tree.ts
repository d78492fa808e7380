/** Characters by sorted, disjoint ranges of code points; null where a Unicode property decides. */
export type Ranges = readonly (readonly [from: number, to: number])[]

export type PatternTree =
  /** `source` is the set as a class of a JavaScript regular expression with the flag `u`. */
  | { readonly kind: 'set'; readonly source: string; readonly ranges: Ranges | null }
  | { readonly kind: 'place'; readonly place: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly min: number; readonly max: number }

/** Whether no character is in both sets, as far as that can be shown. */
export const areDisjoint = (a: Ranges | null, b: Ranges | null): boolean =>
  a !== null && b !== null && !a.some(([from, to]) => b.some(([start, end]) => from <= end && start <= to))

export const joined = (ranges: Ranges): Ranges => {
  const result: [number, number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

export const complement = (ranges: Ranges): Ranges => {
  const gaps: [number, number][] = []
  let next = 0
  for (const [from, to] of joined(ranges)) {
    if (from > next) gaps.push([next, from - 1])
    next = to + 1
  }
  return next <= 0x10ffff ? [...gaps, [next, 0x10ffff]] : gaps
}
