import { type CharSet, charSet } from './char-set'

/** Unicode gives no character to these planes, or the same properties to all of them, so one stands for its block. */
const uniform: CharSet = [
  [0xd800, 0xdfff],
  [0x40000, 0xdffff],
  [0xe1000, 0xeffff],
  [0xf0000, 0xffffd],
  [0xffffe, 0xfffff],
  [0x100000, 0x10fffd],
  [0x10fffe, 0x10ffff],
]
const varied: CharSet = [
  [0, 0xd7ff],
  [0xe000, 0x3ffff],
  [0xe0000, 0xe0fff],
]

const known = new Map<string, CharSet>()
const mostKept = 200

/** The characters that a class of JavaScript's own regular expressions takes, `[\p{Lu}]` or, with the flag `i`, `[a-z]`. */
export const rangesOfClass = (source: string, flags: 'u' | 'iu'): CharSet => {
  const key = `${flags} ${source}`
  const seen = known.get(key)
  if (seen) return seen
  if (known.size >= mostKept) known.clear()
  const ranges = scanned(source, flags)
  known.set(key, ranges)
  return ranges
}

const scanned = (source: string, flags: 'u' | 'iu'): CharSet => {
  const one = new RegExp(`^${source}$`, flags)
  const runs = new RegExp(`${source}+`, `g${flags}`)
  const ranges: (readonly [number, number])[] = uniform.filter(([from]) =>
    one.test(String.fromCodePoint(from)),
  )
  for (const [from, text] of variedTexts()) {
    // Characters beyond the first plane take two units of a text.
    const place = (index: number) => from + (from >= 0x10000 ? index / 2 : index)
    for (const { index, 0: run } of text.matchAll(runs))
      ranges.push([place(index), place(index + run.length) - 1])
  }
  return charSet(ranges)
}

let texts: readonly (readonly [from: number, text: string])[] | undefined

const variedTexts = () => {
  texts ??= varied
    .flatMap(([from, to]) =>
      from < 0x10000 && to > 0xffff
        ? [[from, 0xffff] as const, [0x10000, to] as const]
        : [[from, to] as const],
    )
    .map(([from, to]) => [from, textOf(from, to)] as const)
  return texts
}

const textOf = (from: number, to: number): string => {
  const parts: string[] = []
  for (let at = from; at <= to; at += 4096)
    parts.push(String.fromCodePoint(...Array.from({ length: Math.min(4096, to - at + 1) }, (_, i) => at + i)))
  return parts.join('')
}

/** The set with the other case of each letter, as the flags `iu` compare: simple case folding. */
export const withBothCases = (set: CharSet): CharSet => {
  if (set.every(([, to]) => to < 0x80)) return charSet([...set, ...set.flatMap(otherCase)])
  const written = ([from, to]: readonly [number, number]) =>
    `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`
  return rangesOfClass(`[${set.map(written).join('')}]`, 'iu')
}

const otherCase = ([from, to]: readonly [number, number]): [number, number][] => {
  const shared = (low: number, high: number, by: number): [number, number][] => {
    const [start, end] = [Math.max(from, low), Math.min(to, high)]
    return start <= end ? [[start + by, end + by]] : []
  }
  const holds = (letters: string) => [...letters].some((letter) => isWithin(letter, from, to))
  return [
    ...shared(0x41, 0x5a, 0x20),
    ...shared(0x61, 0x7a, -0x20),
    // The long s and the Kelvin sign fold to ASCII letters.
    ...(holds('Ss') ? [[0x17f, 0x17f] as [number, number]] : []),
    ...(holds('Kk') ? [[0x212a, 0x212a] as [number, number]] : []),
  ]
}

const isWithin = (letter: string, from: number, to: number): boolean => {
  const code = letter.codePointAt(0) ?? 0
  return from <= code && code <= to
}
