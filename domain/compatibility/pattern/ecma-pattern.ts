import { type CharSet, charSet, inverted } from '../../plan/pattern/char-set'
import { rangesOfClass } from '../../plan/pattern/class-ranges'
import { type Pattern, word } from './pattern'

class NotUnderstood extends Error {}

const range = (from: string, to: string): readonly [number, number] => [
  from.codePointAt(0) ?? 0,
  to.codePointAt(0) ?? 0,
]
const digit: CharSet = [range('0', '9')]
const space: CharSet = charSet([
  range('\t', '\r'),
  range(' ', ' '),
  ...[0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].map((c) => [c, c] as const),
  [0x2000, 0x200a],
])
const lineEnd: CharSet = charSet([range('\n', '\n'), range('\r', '\r'), [0x2028, 0x2029]])
const control: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13 }

/**
 * A pattern in the syntax and the meaning of ECMA-262 with the flag `u`, in which JSON Schema draft-07 reads patterns.
 * Escapes of characters that need none are taken for what they look like, as people mean them. Undefined for what no
 * automaton can do (look-around, back-references) and for what only RE2 knows.
 */
export const ecmaPattern = (source: string): Pattern | undefined => {
  try {
    return parse([...source])
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined
    throw error
  }
}

const parse = (source: readonly string[]): Pattern => {
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
    if (char === '.') return { kind: 'set', set: inverted(lineEnd) }
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
        const name = /^<([A-Za-z_]\w*)>/.exec(source.slice(at, at + 80).join(''))?.[0]
        at += name === undefined ? refuse() : name.length
      }
    }
    const inside = readChoice()
    if (!skip(')')) refuse()
    return inside
  }
  const readEscape = (): CharSet => {
    const property = /^[pP]\{[\w=]+\}/.exec(source.slice(at, at + 60).join(''))?.[0]
    if (property !== undefined) return readProperty(property)
    const char = next()
    const lower = char.toLowerCase()
    if ('dws'.includes(lower)) {
      const set = lower === 'd' ? digit : lower === 'w' ? word : space
      return char === lower ? set : inverted(set)
    }
    const code = control[char] ?? readCode(char)
    if (code !== undefined) return [[code, code]]
    return /[A-Za-z0-9]/.test(char) ? refuse() : [range(char, char)]
  }
  const readProperty = (property: string): CharSet => {
    at += property.length
    try {
      return rangesOfClass(`[\\${property}]`, 'u')
    } catch {
      // No property that this engine knows.
      return refuse()
    }
  }
  const readCode = (char: string): number | undefined => {
    const rest = source.slice(at, at + 12).join('')
    const [digits, inBraces, plain] =
      (char === 'x'
        ? /^()([\da-fA-F]{2})/
        : char === 'u'
          ? /^(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{4}))/
          : /^(?!)/
      ).exec(rest) ?? []
    if (digits !== undefined) {
      at += digits.length
      return paired(Number.parseInt(inBraces || plain || '', 16))
    }
    if (char === 'c' && /^[A-Za-z]/.test(rest)) return next().toUpperCase().charCodeAt(0) - 64
    return char === '0' && !/^\d/.test(rest) ? 0 : undefined
  }
  /** Two \\u escapes may spell one character. */
  const paired = (code: number): number => {
    if (code > 0x10ffff) return refuse()
    if (code < 0xd800 || code > 0xdbff) return code
    const low = /^\\u([dD][c-fC-F][\da-fA-F]{2})/.exec(source.slice(at, at + 6).join(''))
    if (!low) return code
    at += low[0].length
    return 0x10000 + (code - 0xd800) * 0x400 + Number.parseInt(low[1] ?? '', 16) - 0xdc00
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
