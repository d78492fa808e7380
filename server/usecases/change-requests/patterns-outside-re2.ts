import { isJsonObject, type Json } from '@/domain/plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '@/domain/plan/schema-keywords'
import { childPointer } from '@/domain/plan/schema-pointer'

type Found = { readonly pointer: string; readonly pattern: string }

/** Every `pattern` of a schema that uses look-around or back-references. Other differences are not looked for. */
export const patternsOutsideRe2 = (schema: Json, pointer = ''): readonly Found[] => {
  if (!isJsonObject(schema)) return []
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = childPointer(pointer, keyword)
    if (keyword === 'pattern' && typeof value === 'string')
      return isOutside(value) ? [{ pointer: at, pattern: value }] : []
    return schemasIn(keyword, value, at).flatMap(([item, place]) => patternsOutsideRe2(item, place))
  })
}

const schemasIn = (keyword: string, value: Json, at: string): readonly (readonly [Json, string])[] => {
  if (isSchemaMapKeyword(keyword) && isJsonObject(value))
    return Object.entries(value).map(([name, item]) => [item, childPointer(at, name)])
  if (isSchemaListKeyword(keyword) && Array.isArray(value))
    return value.map((item: Json, i) => [item, childPointer(at, i)])
  return isSchemaKeyword(keyword) ? [[value, at]] : []
}

/** Escaped pairs are skipped as pairs, so that `\\(?=` is read as a backslash before a group. */
const isOutside = (pattern: string): boolean => {
  const marks = pattern.match(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|\(\?<?[=!]/g) ?? []
  return marks.some((mark) => mark.startsWith('(?') || /^\\([1-9]|k)/.test(mark))
}
