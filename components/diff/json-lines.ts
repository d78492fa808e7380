import { isJsonObject, type Json } from '@/domain/plan/json'
import { childPointer } from '@/domain/plan/schema-pointer'

export type JsonLine = {
  readonly text: string
  /** Whether it shows what one of the pointers names, or what is nearest to where that is missing. */
  readonly isMarked: boolean
}

type Line = { readonly text: string; readonly pointer: string }

/**
 * A JSON value laid out in lines, two spaces a level. Pointers lead into the value, list indices as `*`; of an object
 * or a list the first and the last line are marked.
 */
export const jsonLines = (value: Json, pointers: readonly string[]): readonly JsonLine[] => {
  const lines = linesOf(value, '', '', '')
  const shown = new Set(lines.map(({ pointer }) => pointer))
  const marked = new Set(pointers.map((pointer) => nearest(pointer, shown)))
  return lines.map(({ text, pointer }) => ({ text, isMarked: marked.has(pointer) }))
}

const nearest = (pointer: string, shown: ReadonlySet<string>): string => {
  if (shown.has(pointer) || pointer === '') return pointer
  return nearest(pointer.slice(0, pointer.lastIndexOf('/')), shown)
}

const linesOf = (value: Json, pointer: string, indent: string, name: string): Line[] => {
  const isList = Array.isArray(value)
  if (!isList && !isJsonObject(value)) return [{ pointer, text: `${indent}${name}${JSON.stringify(value)}` }]
  const parts = isList
    ? value.map((item: Json) => linesOf(item, `${pointer}/*`, `${indent}  `, ''))
    : Object.entries(value).map(([key, item]) =>
        linesOf(item, childPointer(pointer, key), `${indent}  `, `${JSON.stringify(key)}: `),
      )
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (parts.length === 0) return [{ pointer, text: `${indent}${name}${open}${close}` }]
  return [
    { pointer, text: `${indent}${name}${open}` },
    ...parts.flatMap((part, i) => (i < parts.length - 1 ? withComma(part) : part)),
    { pointer, text: `${indent}${close}` },
  ]
}

const withComma = (lines: readonly Line[]): Line[] =>
  lines.map((line, i) => (i === lines.length - 1 ? { ...line, text: `${line.text},` } : line))
