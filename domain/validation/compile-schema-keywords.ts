import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv'
import { isMultiple } from '../plan/is-multiple'
import type { Json } from '../plan/json'
import { jsonEqual } from '../plan/json-equal'
import { printSorted } from '../plan/print-json'

/** `refuses` is made once for the schema of the keyword, and asked for every value. */
const keyword = (
  name: string,
  { type, schemaType }: Pick<CodeKeywordDefinition, 'type' | 'schemaType'>,
  param: string,
  refuses: (schema: never) => (value: never) => boolean,
): CodeKeywordDefinition => ({
  keyword: name,
  ...(type === undefined ? {} : { type }),
  ...(schemaType === undefined ? {} : { schemaType }),
  error: {
    message: '',
    params: ({ schemaCode }) => _`{${param}: ${schemaCode}}`,
  },
  code: (context: KeywordCxt) => {
    const asked = context.gen.scopeValue('func', { ref: refuses(context.schema as never) })
    context.fail(_`${asked}(${context.data})`)
  },
})

/**
 * Keywords that stand in for the validator's own, which compare objects by `valueOf` and `constructor` even where
 * those are names of properties, compare every item of a list with every other, divide binary fractions where JSON
 * writes decimal ones, and count the characters of texts that are plainly short enough.
 */
export const ownKeywords: readonly CodeKeywordDefinition[] = [
  keyword('const', {}, 'allowedValue', (value: Json) => isNoneOf([value])),
  keyword('enum', { schemaType: 'array' }, 'allowedValues', isNoneOf),
  keyword('uniqueItems', { type: 'array', schemaType: 'boolean' }, 'isAsked', (isAsked: boolean) =>
    isAsked ? hasDuplicates : () => false,
  ),
  keyword(
    'multipleOf',
    { type: 'number', schemaType: 'number' },
    'multipleOf',
    (divisor: number) => (value: number) => !isMultiple(value, divisor),
  ),
  keyword(
    'maxLength',
    { type: 'string', schemaType: 'number' },
    'limit',
    (most: number) => (text: string) => text.length > most && characters(text) > most,
  ),
  keyword(
    'minLength',
    { type: 'string', schemaType: 'number' },
    'limit',
    (least: number) => (text: string) =>
      text.length < least || (text.length < 2 * least && characters(text) < least),
  ),
]

function isNoneOf(values: readonly Json[]): (value: Json) => boolean {
  const plain = new Set(values.filter((value) => typeof value !== 'object' || value === null))
  const others = values.filter((value) => typeof value === 'object' && value !== null)
  return (value) =>
    typeof value !== 'object' || value === null
      ? !plain.has(value)
      : !others.some((other) => jsonEqual(other, value))
}

const hasDuplicates = (items: readonly Json[]): boolean => {
  if (items.length < 2) return false
  const seen = new Set<string>()
  for (const item of items) {
    const text = printSorted(item)
    if (seen.has(text)) return true
    seen.add(text)
  }
  return false
}

/** JSON Schema draft-07, section 6.3: characters as Unicode counts them, not code units. */
const characters = (text: string): number => {
  let count = 0
  for (const _character of text) count += 1
  return count
}
