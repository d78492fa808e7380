import { type ExactJson, type ExactNumber, exactNumber } from './exact-json'

export type JsonRefusal = {
  readonly code: 'malformed' | 'too-deep' | 'too-large' | 'duplicate-key'
  readonly message: string
}

export type JsonReading =
  | { readonly ok: true; readonly value: ExactJson }
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
  if (text.length > bounds.length)
    return {
      ok: false,
      refusal: { code: 'too-large', message: `More than ${bounds.length} characters of JSON.` },
    }
  try {
    return { ok: true, value: readWhole(text, bounds.depth) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

const readWhole = (text: string, maxDepth: number): ExactJson => {
  const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
  let at = 0

  const refuse = (code: JsonRefusal['code'], message: string): never => {
    throw new Refused({ code, message })
  }
  const malformed = () =>
    refuse('malformed', `Not JSON: unexpected ${shown(text, at)} at character ${at + 1}.`)

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
    descend(depth)
    if (skip('}')) return {}
    do {
      skipSpace()
      if (text[at] !== '"') malformed()
      const key = readString()
      if (entries.has(key))
        refuse('duplicate-key', `The key ${JSON.stringify(key)} stands twice in one object.`)
      expect(':')
      entries.set(key, readValue(depth))
    } while (skip(','))
    expect('}')
    // fromEntries defines own properties, so a key named __proto__ stays a key.
    return Object.fromEntries(entries)
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

const shown = (text: string, at: number): string =>
  at < text.length ? JSON.stringify(text[at]) : 'end of text'
