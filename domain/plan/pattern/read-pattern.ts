import { type CharSet, charSet, inverted } from './char-set'
import { rangesOfClass, withBothCases } from './class-ranges'
import { isWithinRepeats } from './is-within-repeats'
import { controls, newline, perl, posix, span } from './named-characters'
import type { PatternTree } from './pattern-tree'

export type PatternReading =
  | { readonly ok: true; readonly tree: PatternTree }
  | { readonly ok: false; readonly reason: string }

class Refused extends Error {}

type Set = Extract<PatternTree, { kind: 'set' }>

/** RE2 syntax: a repetition may not ask for more than this. */
const mostRepeats = 1000
const deepest = 200

/**
 * Reads a pattern in the syntax of RE2, its flags worked into the tree. What RE2 does not know (look-around,
 * back-references, possessive repeats) is refused by name.
 */
export const readPattern = (pattern: string): PatternReading => {
  try {
    return { ok: true, tree: parse([...pattern]) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message }
    throw error
  }
}

/** RE2 syntax: `i` ignores case, `m` lets `^` and `$` stand at every line, `s` lets `.` take newlines. */
type Flags = { readonly i?: boolean; readonly m?: boolean; readonly s?: boolean }

const parse = (source: readonly string[]): PatternTree => {
  let at = 0
  let depth = 0
  let flags: Flags = {}
  const refuse = (why: string): never => {
    throw new Refused(why)
  }
  const rest = (length: number): string => source.slice(at, at + length).join('')
  const skip = (text: string): boolean => {
    if (!rest(text.length).startsWith(text)) return false
    at += text.length
    return true
  }
  const take = (form: RegExp, length = 80): string | undefined => {
    const found = form.exec(rest(length))?.[0]
    at += found === undefined ? 0 : [...found].length
    return found
  }

  const readChoice = (): PatternTree => {
    depth += 1
    if (depth > deepest) refuse('is nested too deeply')
    const outer = flags
    const options = [readSequence()]
    while (skip('|')) options.push(readSequence())
    flags = outer
    depth -= 1
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options }
  }
  const readSequence = (): PatternTree => {
    const parts: PatternTree[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = readRepeated()
      // Flags leave nothing behind.
      if (part.kind !== 'sequence' || part.parts.length > 0) parts.push(part)
    }
    return { kind: 'sequence', parts }
  }
  const readRepeated = (): PatternTree => {
    const part = readPart()
    const bounds = readBounds()
    if (!bounds) return part
    skip('?')
    if (/^([*+?]|\{\d+(,\d*)?\})/.test(rest(12))) refuse('repeats a repetition, which RE2 refuses')
    const repeated = { kind: 'repeat', part, ...bounds } as const
    return isWithinRepeats(repeated, mostRepeats)
      ? repeated
      : refuse(`repeats more than ${mostRepeats} times`)
  }
  const readBounds = (): { min: number; max: number } | undefined => {
    if (skip('*')) return { min: 0, max: Number.POSITIVE_INFINITY }
    if (skip('+')) return { min: 1, max: Number.POSITIVE_INFINITY }
    if (skip('?')) return { min: 0, max: 1 }
    const [whole, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(rest(16)) ?? []
    if (whole === undefined) return undefined
    at += whole.length
    const min = Number(least)
    const max = comma === '' ? min : most === '' ? Number.POSITIVE_INFINITY : Number(most)
    if (max < min || min > mostRepeats || (max !== Number.POSITIVE_INFINITY && max > mostRepeats))
      refuse(`asks for more than ${mostRepeats} repeats, or for none that can be`)
    return { min, max }
  }
  const readPart = (): PatternTree => {
    const character = source[at] ?? ''
    at += 1
    if (character === '^' || character === '$') return placeOf(character)
    if (character === '.') return notIn(flags.s ? [] : newline)
    if (character === '(') return readGroup()
    if (character === '[') return readClass()
    if (character === '\\') return readPlace() ?? readEscape()
    if ('*+?'.includes(character)) refuse('repeats nothing')
    return set([span(character)])
  }
  const placeOf = (character: '^' | '$'): PatternTree => {
    const [line, text] =
      character === '^' ? (['line-start', 'start'] as const) : (['line-end', 'end'] as const)
    return { kind: 'place', place: flags.m ? line : text }
  }
  const readGroup = (): PatternTree => {
    if (skip('?')) {
      if (/^(<?[=!])/.test(rest(2))) refuse('looks around, which RE2 cannot')
      if (take(/^P?<[A-Za-z_]\w*>/) === undefined) return readFlags()
    }
    return readInside()
  }
  const readInside = (): PatternTree => {
    const inside = readChoice()
    return skip(')') ? inside : refuse('has a group that does not end')
  }
  /** `(?i:...)` sets flags for what is inside, `(?i)` for the rest of the group around it; `(?:...)` sets none. */
  const readFlags = (): PatternTree => {
    const [, on = '', off = '', end = ''] =
      /^([imsU]*)(-[imsU]+)?([:)])$/.exec(take(/^[imsU]*(-[imsU]+)?[:)]/) ?? '') ?? []
    if (end === '') refuse('uses a kind of group that RE2 does not know')
    const changed = Object.fromEntries([
      ...[...on].map((letter) => [letter, true]),
      ...[...off.slice(1)].map((letter) => [letter, false]),
    ])
    const outer = flags
    flags = { ...flags, ...changed }
    if (end === ')') return { kind: 'sequence', parts: [] }
    const inside = readInside()
    flags = outer
    return inside
  }
  const readPlace = (): PatternTree | undefined => {
    if (skip('A')) return { kind: 'place', place: 'start' }
    if (skip('z')) return { kind: 'place', place: 'end' }
    if (skip('b')) return { kind: 'place', place: 'edge' }
    return skip('B') ? { kind: 'place', place: 'no-edge' } : undefined
  }
  const readEscape = (): Set => {
    const property = take(/^[pP](\{\^?\w+\}|[A-Z])/)
    if (property !== undefined) return folded(propertySet(property, refuse))
    const character = source[at] ?? refuse('ends in a backslash')
    const hex = /^x(?:\{([\da-fA-F]{1,6})\}|([\da-fA-F]{2}))/.exec(rest(10))
    if (hex) {
      at += hex[0].length
      const value = Number.parseInt(hex[1] ?? hex[2] ?? '', 16)
      return value <= 0x10ffff ? set([[value, value]]) : refuse('names a character that does not exist')
    }
    at += 1
    const ranges = perl[character.toLowerCase()]
    if (ranges) return character === character.toLowerCase() ? set(ranges) : notIn(ranges)
    const control = controls[character]
    if (control !== undefined) return set([[control, control]])
    if (/[1-9]/.test(character)) refuse('refers back to a group, which RE2 cannot')
    return /[A-Za-z0-9]/.test(character)
      ? refuse(`uses \\${character}, which RE2 does not know`)
      : set([span(character)])
  }
  const readClass = (): Set => {
    const isNegated = skip('^')
    const members: Set[] = []
    do members.push(readMember())
    while (at < source.length && source[at] !== ']')
    if (!skip(']')) refuse('has a class that does not end')
    const ranges = members.every((member) => member.ranges !== null)
      ? members.flatMap((member) => member.ranges ?? [])
      : null
    if (ranges !== null) return isNegated ? notIn(ranges) : set(ranges)
    const source_ = members.map((member) => member.source.slice(1, -1)).join('')
    return { kind: 'set', source: isNegated ? `[^${source_}]` : `[${source_}]`, ranges: null }
  }
  const readMember = (): Set => {
    const named = take(/^\[:\^?[a-z]+:\]/)
    if (named !== undefined) {
      const ranges = posix[named.replace(/[^a-z]/g, '')] ?? refuse(`uses the unknown class ${named}`)
      return named.includes('^') ? notIn(ranges) : set(ranges)
    }
    const from = readClassCharacter()
    if (source[at] !== '-' || source[at + 1] === ']' || at + 1 >= source.length) return from
    at += 1
    const [start, end] = [single(from), single(readClassCharacter())]
    return start === undefined || end === undefined || end < start
      ? refuse('has a class with a range that cannot be')
      : set([[start, end]])
  }
  const readClassCharacter = (): Set => {
    const character = source[at] ?? refuse('has a class that does not end')
    at += 1
    return character === '\\' ? readEscape() : set([span(character)])
  }

  // A set is made with the flags of the place where it stands.
  const set = (ranges: CharSet): Set => setOf(flags.i ? withBothCases(charSet(ranges)) : ranges)
  const notIn = (ranges: CharSet): Set => {
    const { source, ranges: left } = set(ranges)
    return { kind: 'set', source: source.replace('[', '[^'), ranges: inverted(left ?? []) }
  }
  const folded = (property: Set): Set => (flags.i ? setOf(rangesOfClass(property.source, 'iu')) : property)

  const tree = readChoice()
  return at < source.length ? refuse('closes a group that was not opened') : tree
}

const single = ({ ranges }: Set): number | undefined =>
  ranges?.length === 1 && ranges[0]?.[0] === ranges[0]?.[1] ? ranges[0]?.[0] : undefined

const setOf = (ranges: CharSet): Set => {
  const tidy = charSet(ranges)
  const written = (at: number) => `\\u{${at.toString(16)}}`
  const source = tidy.map(([from, to]) => (from === to ? written(from) : `${written(from)}-${written(to)}`))
  return { kind: 'set', source: `[${source.join('')}]`, ranges: tidy }
}

/** `\pL`, `\p{Greek}`, `\P{Lu}`, `\p{^Lu}`: general categories and scripts, as in RE2. */
const propertySet = (text: string, refuse: (why: string) => never): Set => {
  const name = text.replace(/[{}^]/g, '').slice(1)
  const isNegated = text.startsWith('P') !== text.includes('^')
  for (const property of [`General_Category=${name}`, `Script=${name}`]) {
    const source = `[\\${isNegated ? 'P' : 'p'}{${property}}]`
    if (compiles(source)) return { kind: 'set', source, ranges: null }
  }
  return refuse(`uses the unknown character property ${name}`)
}

const compiles = (source: string): boolean => {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}
