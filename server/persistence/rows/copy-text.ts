import { storableText } from './storable-text'

/** Text from outside as a field of COPY's text format; null as it writes null. */
export const copyField = (text: string | null): string => {
  if (text === null) return '\\N'
  if (!special.test(text)) return text
  return storableText(text).replace(everySpecial, (character) => escaped[character] ?? '')
}

// Half of a pair too: what is whole is told apart by `storableText`.
const special = /[\0\\\t\n\r\ud800-\udfff]/
const everySpecial = /[\\\t\n\r]/g
const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
