import type { CharSet } from './char-set'

export const places = ['start', 'end', 'line-start', 'line-end', 'edge', 'no-edge'] as const

/** Between two characters: where the text, a line or a word begins or ends. */
export type PatternPlace = (typeof places)[number]

export type PatternTree =
  /**
   * `source` is the set as a class of a JavaScript regular expression with the flag `u`; `ranges` are null where a
   * Unicode property decides.
   */
  | { readonly kind: 'set'; readonly source: string; readonly ranges: CharSet | null }
  | { readonly kind: 'place'; readonly place: PatternPlace }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternTree[] }
  | { readonly kind: 'repeat'; readonly part: PatternTree; readonly min: number; readonly max: number }

/** Whether no character is in both sets, as far as that can be shown. */
export const areDisjoint = (a: CharSet | null, b: CharSet | null): boolean =>
  a !== null && b !== null && !a.some(([from, to]) => b.some(([start, end]) => from <= end && start <= to))
