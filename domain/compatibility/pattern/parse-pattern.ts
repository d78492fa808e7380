import { type CharSet, charSet, inverted } from './char-set'

export type Pattern =
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'choice'; readonly options: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern; readonly min: number; readonly max: number }
  | { readonly kind: 'start' | 'end' | 'edge' | 'no-edge' }

/** `.`, `\s` and `\S` mean different characters to RE2 and to ECMA-262; everything else here means the same. */
export type Dialect = 'ecma' | 're2'

class NotUnderstood extends Error {}

const range = (from: string, to: string): readonly [number, number] => [
  from.codePointAt(0) ?? 0,
  to.codePointAt(0) ?? 0,
]
const digit: CharSet = [range('0', '9')]
/** What `\\w` matches; `\\b` stands where a word begins or ends. */
export const word: CharSet = charSet([range('0', '9'), range('A', 'Z'), range('a', 'z'), range('_', '_')])
const space: Record<Dialect, CharSet> = {
  re2: charSet([range('\t', '\n'), range('\f', '\r'), range(' ', ' ')]),
  ecma: charSet([
    range('\t', '\r'),
    range(' ', ' '),
    ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].map((c) => [c, c] as const),
    [0x2000, 0x200a],
  ]),
}
const lineEnd: Record<Dialect, CharSet> = {
  re2: [range('\n', '\n')],
  ecma: charSet([range('\n', '\n'), range('\r', '\r'), [0x2028, 0x2029]]),
}
const control: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13 }

/**
 * The part of regular expressions that RE2 and ECMA-262 (unicode mode) share. Undefined for everything else:
 * look-around, back-references, word boundaries, flags, unicode properties.
 */
export const parsePattern = (source: string, dialect: Dialect): Pattern | undefined => {
  try {
    return parse([...source], dialect)
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined
    throw error
  }
}

const parse = (source: readonly string[], dialect: Dialect): Pattern => {
  let at = 0
  let depth = 0
  const refuse = (): never => {
    throw new NotUnderstood()
  }
  const next = (): string => source[at++] ?? refuse()
  const skip = (text: string): boolean => {
    if (source.slice(at, at + text.length).join('') !== text) return false
    at += text.length
    return true
  }

  const readChoice = (): Pattern => {
    depth += 1
    if (depth > 100) refuse()
    const options = [readSequence()]
    while (skip('|')) options.push(readSequence())
    depth -= 1
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options }
  }
  const readSequence = (): Pattern => {
    const parts: Pattern[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(readRepeated())
    return { kind: 'sequence', parts }
  }
  const readRepeated = (): Pattern => {
    const part = readPart()
    const bounds = readBounds()
    if (!bounds) return part
    if (['start', 'end', 'edge', 'no-edge'].includes(part.kind)) refuse()
    skip('?')
    if ('*+?'.includes(source[at] ?? 'none')) refuse()
    return { kind: 'repeat', part, ...bounds }
  }
  const readBounds = (): { min: number; max: number } | undefined => {
    if (skip('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
    if (skip('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
    if (skip('?')) return { min: 0, max: 1 }
    if (source[at] !== '{') return undefined
    const found = /^\{\d+,?\d*\}/.exec(source.slice(at, at + 12).join(''))?.[0] ?? refuse()
    at += found.length
    return countsOf(found) ?? refuse()
  }
  const readPart = (): Pattern => {
    const char = next()
    if (char === '^') return { kind: 'start' }
    if (char === '$') return { kind: 'end' }
    if (char === '.') return { kind: 'set', set: inverted(lineEnd[dialect]) }
    if (char === '(') return readGroup()
    if (char === '[') return { kind: 'set', set: readClass() }
    if (char === '\\' && skip('b')) return { kind: 'edge' }
    if (char === '\\' && skip('B')) return { kind: 'no-edge' }
    if (char === '\\') return { kind: 'set', set: readEscape() }
    if ('*+?{})]'.includes(char)) refuse()
    return { kind: 'set', set: [range(char, char)] }
  }
  const readGroup = (): Pattern => {
    if (skip('?')) {
      if (!skip(':')) {
        const name = /^P?<([A-Za-z_]\w*)>/.exec(source.slice(at, at + 80).join(''))?.[0]
        at += name === undefined ? refuse() : name.length
      }
    }
    const inside = readChoice()
    if (!skip(')')) refuse()
    return inside
  }
  const readEscape = (): CharSet => {
    const char = next()
    const lower = char.toLowerCase()
    if ('dws'.includes(lower)) {
      const set = lower === 'd' ? digit : lower === 'w' ? word : space[dialect]
      return char === lower ? set : inverted(set)
    }
    const code = control[char] ?? readCode(char)
    if (code !== undefined) return [[code, code]]
    return /[A-Za-z0-9]/.test(char) ? refuse() : [range(char, char)]
  }
  const readCode = (char: string): number | undefined => {
    const rest = source.slice(at, at + 12).join('')
    const hex =
      char === 'x' ? /^[\da-fA-F]{2}/.exec(rest) : char === 'u' ? /^[\da-fA-F]{4}/.exec(rest) : undefined
    if (!hex) return undefined
    at += hex[0].length
    const code = Number.parseInt(hex[0], 16)
    // Two \u escapes may spell one character; left to others.
    return code >= 0xd800 && code <= 0xdfff ? refuse() : code
  }
  const readClass = (): CharSet => {
    const negated = skip('^')
    const ranges: (readonly [number, number])[] = []
    if (source[at] === ']') refuse()
    while (!skip(']')) {
      const from = readClassPart()
      const isRange = source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length
      if (isRange) at += 1
      ranges.push(...(isRange ? [rangeOf(from, readClassPart()) ?? refuse()] : from))
    }
    const set = charSet(ranges)
    return negated ? inverted(set) : set
  }
  const readClassPart = (): CharSet => {
    const char = next()
    if (char === '\\') return readEscape()
    if (char === '[' && source[at] === ':') refuse()
    return [range(char, char)]
  }

  const pattern = readChoice()
  return at < source.length ? refuse() : pattern
}

const most = 1000

/** `{2}`, `{2,}` and `{2,5}`. */
const countsOf = (text: string): { min: number; max: number } | undefined => {
  const [least = '', greatest] = text.slice(1, -1).split(',')
  const min = Number(least)
  const max = greatest === undefined ? min : greatest === '' ? Number.POSITIVE_INFINITY : Number(greatest)
  const tooMany = min > most || (max > most && max < Number.POSITIVE_INFINITY)
  return max < min || tooMany ? undefined : { min, max }
}

const rangeOf = (from: CharSet, to: CharSet): readonly [number, number] | undefined => {
  const [first, last] = [onlyChar(from), onlyChar(to)]
  return first === undefined || last === undefined || last < first ? undefined : [first, last]
}

const onlyChar = ([first, second]: CharSet): number | undefined =>
  first && !second && first[0] === first[1] ? first[0] : undefined
