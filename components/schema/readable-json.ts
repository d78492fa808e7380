import { schemaBounds } from '@/domain/plan/parse-schema'
import { printJson } from '@/domain/plan/print-json'
import { readJson } from '@/domain/plan/read-json'

/** JSON on one line, laid out in lines for reading; text that has lines, or is no JSON, stays as it is. */
export const readableJson = (text: string): string => {
  if (text.includes('\n')) return text
  const read = readJson(text, schemaBounds)
  return read.ok ? printJson(read.value, 2) : text
}
