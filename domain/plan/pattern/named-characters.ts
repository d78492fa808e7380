import type { CharSet } from './char-set'

const code = (character: string): number => character.codePointAt(0) ?? 0
/** The characters from one to another, by code point; one character alone without the other. */
export const span = (from: string, to = from): readonly [number, number] => [code(from), code(to)]

const letters: CharSet = [span('A', 'Z'), span('a', 'z')]
const digits: CharSet = [span('0', '9')]
export const newline: CharSet = [span('\n')]
/** RE2 syntax: Perl classes are ASCII, and `\s` has no vertical tab. */
export const perl: Readonly<Record<string, CharSet>> = {
  d: digits,
  w: [...digits, ...letters, span('_')],
  s: [span('\t', '\n'), span('\f', '\r'), span(' ')],
}
/** `[[:alpha:]]` and the like. */
export const posix: Readonly<Record<string, CharSet>> = {
  alnum: [...digits, ...letters],
  alpha: letters,
  ascii: [[0, 127]],
  blank: [span('\t'), span(' ')],
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  digit: digits,
  graph: [span('!', '~')],
  lower: [span('a', 'z')],
  print: [span(' ', '~')],
  punct: [span('!', '/'), span(':', '@'), span('[', '`'), span('{', '~')],
  space: [span('\t', '\r'), span(' ')],
  upper: [span('A', 'Z')],
  word: [...digits, ...letters, span('_')],
  xdigit: [...digits, span('A', 'F'), span('a', 'f')],
}
/** `\n` and the like. */
export const controls: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }
