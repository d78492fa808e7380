import type { ExactJson } from './exact-json'
import { printJson } from './print-json'

/** JSON text of a value, in one line or in lines as the text that it replaces. */
export const printLike = (text: string, value: ExactJson): string => printJson(value, indentOf(text))

/** What was cut out of a larger file is indented as a whole; only the step from one level to the next counts. */
const indentOf = (text: string): number => {
  const [, inner] = /\n([ \t]*)\S/.exec(text) ?? []
  if (inner === undefined) return 0
  const [, outer = ''] = /\n([ \t]*)[}\]]\s*$/.exec(text) ?? []
  return inner.includes('\t') ? 2 : Math.max(inner.length - outer.length, 1)
}
