import { storableText } from './storable-text'

/** Text from outside as a field of COPY's text format; null as it writes null. */
export const copyField = (text: string | null): string => {
  if (text === null) return '\\N'
  const storable = storableText(text)
  return special.test(storable)
    ? storable.replace(everySpecial, (character) => escaped[character] ?? '')
    : storable
}

const special = /[\\\t\n\r]/
const everySpecial = /[\\\t\n\r]/g
const escaped: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A row of COPY's text format from its fields. */
export const copyLine = (...fields: readonly string[]): string => `${fields.join('\t')}\n`
