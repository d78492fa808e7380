/** What a look over the text of a JSON value tells, without reading it. */
export type JsonScan = {
  /** Names with a value, in all objects together. */
  readonly members: number
  /** Arrays and objects nested in each other, the outermost one counted. */
  readonly depth: number
  /** The values that stand under the key that was asked for, each in the object or array of that number. */
  readonly kept: ReadonlyMap<number, string>
  /** Objects and arrays at the depth that was asked for. */
  readonly holders: number
}

/** A key in objects at one depth, counted from 1. */
export type Wanted = { readonly key: string; readonly depth: number }

/** Looks over JSON that the engine's parser has taken; says nothing of value about any other text. */
export const scanJson = (text: string, wanted: Wanted = nothing): JsonScan => {
  const quotedKey = JSON.stringify(wanted.key)
  const kept = new Map<number, string>()
  let [members, open, depth, holders] = [0, 0, 0, 0]
  let [lastString, valueFrom] = [0, -1]
  const endValue = (at: number) => {
    if (valueFrom >= 0) kept.set(holders, text.slice(valueFrom, at).trim())
    valueFrom = -1
  }
  for (let at = 0; at < text.length; at += 1)
    switch (text.charCodeAt(at)) {
      case quote:
        lastString = at
        at = endOfString(text, at)
        break
      case colon:
        members += 1
        if (open === wanted.depth && text.startsWith(quotedKey, lastString)) valueFrom = at + 1
        break
      case comma:
        if (open === wanted.depth) endValue(at)
        break
      case openBrace:
      case openBracket:
        open += 1
        depth = Math.max(depth, open)
        if (open === wanted.depth) holders += 1
        break
      case closeBrace:
      case closeBracket:
        if (open === wanted.depth) endValue(at)
        open -= 1
    }
  return { members, depth, kept, holders }
}

const nothing: Wanted = { key: '', depth: 0 }

const [quote, colon, comma, backslash] = [34, 58, 44, 92]
const [openBrace, openBracket, closeBrace, closeBracket] = [123, 91, 125, 93]

/** The quote that ends the string which begins at a place: one before which an even number of backslashes stands. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1
    while (text.charCodeAt(before) === backslash) before -= 1
    if ((end - before) % 2 === 1) return end
  }
  return text.length
}

/** Names with a value, in all objects of a value together. */
export const countMembers = (value: unknown): number =>
  typeof value === 'object' && value !== null ? countWithin(value) : 0

const countWithin = (value: object): number => {
  let count = 0
  if (Array.isArray(value)) for (const item of value) count += countMembers(item)
  else
    for (const key in value) {
      count += 1
      count += countMembers((value as { readonly [key: string]: unknown })[key])
    }
  return count
}
