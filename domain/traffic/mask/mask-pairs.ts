import { coverText } from './mask-text'
import { isSensitiveName } from './sensitive-name'

/**
 * A text with what its JSON tells by name covered (`"password":"…"`), where the text as a whole is none: JSON behind
 * other words, cut off, or escaped once more.
 */
export const maskPairs = (text: string): string => {
  if (!text.includes('":')) return text
  const parts: string[] = []
  let told = 0
  for (const { 0: before, 2: name = '', index } of text.matchAll(member)) {
    const at = index + before.length
    if (at < told || !isSensitiveName(name)) continue
    const end = at + lengthOfValue(text, at)
    parts.push(text.slice(told, at), coverText(text.slice(at, end)))
    told = end
  }
  return told === 0 ? text : parts.join('') + text.slice(told)
}

/** A name in quotes, which may be escaped, and the colon. */
const member = /(\\{0,7}")([^"\\]{1,100})\1\s{0,9}:\s{0,9}/g

/** A text that may not end, or a number. */
const lengthOfValue = (text: string, at: number): number => {
  value.lastIndex = at
  return value.exec(text)?.[0].length ?? 0
}

const value = /"(?:[^"\\]|\\.)*"?|(\\{1,7}")(?:(?!\1).)*|-?\d[\d.]*/sy
