import { type ExactJson, type ExactNumber, type ExactObject, exactNumber } from './exact-json'
import { hasShortNumbers, readPlainJson } from './read-plain-json'

export type JsonRefusal = {
  readonly code: 'malformed' | 'too-deep' | 'too-large' | 'duplicate-key'
  readonly message: string
}

export type JsonReading =
  | { readonly ok: true; readonly value: ExactJson }
  | { readonly ok: false; readonly refusal: JsonRefusal }

/** The text that a member of an object was written with, to the letter; undefined for members that were not asked for. */
export type SourceOf = (holder: ExactObject, key: string) => string | undefined

export type JsonReadingWithSources =
  | { readonly ok: true; readonly value: ExactJson; readonly sourceOf: SourceOf }
  | { readonly ok: false; readonly refusal: JsonRefusal }

/** `depth` counts nested arrays and objects, `length` counts UTF-16 code units of the text. */
export type JsonBounds = { readonly depth: number; readonly length: number }

class Refused extends Error {
  constructor(readonly refusal: JsonRefusal) {
    super(refusal.message)
  }
}

/**
 * Reads JSON without loss: numbers that JavaScript would round stay literals, `__proto__` is a key like any other,
 * and what would vanish without a word (a key given twice) is refused by name.
 */
export const readJson = (text: string, bounds: JsonBounds): JsonReading => {
  if (text.length <= bounds.length && hasShortNumbers(text)) {
    const plain = readPlainJson(text, bounds.depth)
    if (plain) return { ok: true, value: plain.value }
  }
  const reading = readJsonKeeping([], text, bounds)
  return reading.ok ? { ok: true, value: reading.value } : reading
}

/** The same, keeping the text of every member that has one of these keys. */
export const readJsonKeeping = (
  keys: readonly string[],
  text: string,
  bounds: JsonBounds,
): JsonReadingWithSources => {
  if (text.length > bounds.length)
    return {
      ok: false,
      refusal: { code: 'too-large', message: `More than ${bounds.length} characters of JSON.` },
    }
  const sources = new WeakMap<ExactObject, Map<string, string>>()
  try {
    const value = readWhole(text, bounds.depth, keys, (holder, texts) => sources.set(holder, texts))
    return { ok: true, value, sourceOf: (holder, key) => sources.get(holder)?.get(key) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

const readWhole = (
  text: string,
  maxDepth: number,
  keptKeys: readonly string[],
  keep: (holder: ExactObject, texts: Map<string, string>) => void,
): ExactJson => {
  const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  let at = 0

  const refuse = (code: JsonRefusal['code'], message: string): never => {
    throw new Refused({ code, message })
  }
  const malformed = () =>
    refuse('malformed', `Not JSON: unexpected ${shown(text, at)} at ${placeIn(text, at)}.`)

  const skipSpace = () => {
    while (' \n\r\t'.includes(text[at] ?? 'end')) at += 1
  }
  const skip = (character: string): boolean => {
    skipSpace()
    if (text[at] !== character) return false
    at += 1
    return true
  }
  const expect = (character: string) => {
    if (!skip(character)) malformed()
  }
  const readString = (): string => {
    const start = at
    at += 1
    while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    at += 1
    try {
      return JSON.parse(text.slice(start, at)) as string
    } catch {
      at = start
      return malformed()
    }
  }
  const readNumber = (): number | ExactNumber => {
    literal.lastIndex = at
    const found = literal.exec(text)?.[0] ?? malformed()
    at += found.length
    return exactNumber(found)
  }
  const descend = (depth: number) => {
    if (depth > maxDepth) refuse('too-deep', `Nested more than ${maxDepth} levels deep.`)
    at += 1
  }
  const readWord = <T>(word: string, value: T): T => {
    if (!text.startsWith(word, at)) malformed()
    at += word.length
    return value
  }
  const readArray = (depth: number): ExactJson[] => {
    const items: ExactJson[] = []
    descend(depth)
    if (skip(']')) return items
    do items.push(readValue(depth))
    while (skip(','))
    expect(']')
    return items
  }
  const readObject = (depth: number): ExactJson => {
    const entries = new Map<string, ExactJson>()
    let kept: Map<string, string> | undefined
    descend(depth)
    if (skip('}')) return {}
    do {
      skipSpace()
      if (text[at] !== '"') malformed()
      const start = at
      const key = readString()
      if (entries.has(key))
        refuse(
          'duplicate-key',
          `The key ${JSON.stringify(key)} stands twice in one object, at ${placeIn(text, start)}.`,
        )
      expect(':')
      skipSpace()
      const from = at
      entries.set(key, readValue(depth))
      if (keptKeys.includes(key)) {
        kept ??= new Map()
        kept.set(key, text.slice(from, at))
      }
    } while (skip(','))
    expect('}')
    // fromEntries defines own properties, so a key named __proto__ stays a key.
    const object: ExactObject = Object.fromEntries(entries)
    if (kept) keep(object, kept)
    return object
  }
  const readValue = (depth: number): ExactJson => {
    skipSpace()
    switch (text[at]) {
      case '{':
        return readObject(depth + 1)
      case '[':
        return readArray(depth + 1)
      case '"':
        return readString()
      case 't':
        return readWord('true', true)
      case 'f':
        return readWord('false', false)
      case 'n':
        return readWord('null', null)
      default:
        return readNumber()
    }
  }

  const value = readValue(0)
  skipSpace()
  if (at < text.length) malformed()
  return value
}

/** As editors count: lines and columns from 1. */
const placeIn = (text: string, at: number): string => {
  const lines = text.slice(0, at).split('\n')
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

const shown = (text: string, at: number): string =>
  at < text.length ? JSON.stringify(text[at]) : 'end of text'
