import { type CharSet, charSet } from '../../plan/pattern/char-set'
import type { PatternPlace } from '../../plan/pattern/pattern-tree'

/** A regular expression as its parts, every set of characters spelt out. */
export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: PatternPlace }

/** The one character at which lines end, to RE2. */
export const newline: CharSet = [[10, 10]]

/** What `\\w` matches; `\\b` stands where a word begins or ends. */
export const word: CharSet = charSet([
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0x5f, 0x5f],
])
