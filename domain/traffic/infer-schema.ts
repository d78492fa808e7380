import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { compileSchema } from '../validation/compile-schema'

/** A value that was sent. A masked one has the type and the form of what was sent, and nothing else of it. */
export type SeenValue = { readonly value: Json; readonly isMasked: boolean }

/** So few values may be alike by chance. */
const fewest = 5
/** So many whole numbers in a row are no accident. */
const manyNumbers = 20
const mostNames = 200
const deepest = 8

/**
 * The narrowest plain schema that all values fit: JSON types, formats of texts, what objects and lists hold, and which
 * names are always there. It lists no values; whether a set of values is closed, values cannot tell.
 */
export const inferSchema = (seen: readonly SeenValue[], depth = 0): JsonObject => {
  const values = seen.map(({ value }) => value)
  const types = typesOf(values)
  if (types.length === 0) return {}
  const [only] = types
  const type = types.length === 1 && only !== undefined ? only : types
  if (depth >= deepest) return { type }
  return {
    type,
    ...(types.includes('string') ? formatOf(values.filter((value) => typeof value === 'string')) : {}),
    ...(types.includes('object') ? objectOf(seen, depth) : {}),
    ...(types.includes('array') ? itemsOf(seen, depth) : {}),
  }
}

/** In the order of draft-07; whole numbers are numbers unless there are many of them and no others. */
export const typesOf = (values: readonly Json[]): readonly string[] => {
  const numbers = values.filter((value) => typeof value === 'number')
  const isWhole = numbers.length >= manyNumbers && numbers.every(Number.isInteger)
  const found = new Set(values.map((value) => typeOf(value)))
  return order
    .filter((type) => found.has(type))
    .map((type) => (type === 'number' && isWhole ? 'integer' : type))
}

const order = ['string', 'number', 'boolean', 'object', 'array', 'null'] as const

const typeOf = (value: Json): (typeof order)[number] => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return isJsonObject(value) ? 'object' : (typeof value as 'string' | 'number' | 'boolean')
}

const formats = ['date-time', 'date', 'email', 'uuid', 'uri'] as const

const formatOf = (texts: readonly Json[]): JsonObject => {
  if (texts.length < fewest) return {}
  const format = formats.find((name) => texts.every((text) => judgeOf(name)(text)))
  return format === undefined ? {} : { format }
}

const judges = new Map<string, (value: Json) => boolean>()

const judgeOf = (format: string): ((value: Json) => boolean) => {
  const known = judges.get(format)
  if (known) return known
  const compiled = compileSchema({ format })
  const judge = compiled.ok ? compiled.validate : () => false
  judges.set(format, judge)
  return judge
}

const objectOf = (seen: readonly SeenValue[], depth: number): JsonObject => {
  const objects = seen.flatMap(({ value, isMasked }) => (isJsonObject(value) ? [{ value, isMasked }] : []))
  const byName = new Map<string, SeenValue[]>()
  for (const { value, isMasked } of objects)
    for (const [name, child] of Object.entries(value)) {
      const known = byName.get(name)
      if (known) known.push({ value: child, isMasked })
      else if (byName.size < mostNames) byName.set(name, [{ value: child, isMasked }])
    }
  const names = [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
  const required =
    objects.length < fewest
      ? []
      : names.filter(([, children]) => children.length === objects.length).map(([name]) => name)
  return {
    properties: Object.fromEntries(names.map(([name, children]) => [name, inferSchema(children, depth + 1)])),
    ...(required.length === 0 ? {} : { required }),
  }
}

const itemsOf = (seen: readonly SeenValue[], depth: number): JsonObject => {
  const items = seen.flatMap(({ value, isMasked }) =>
    Array.isArray(value) ? value.map((item: Json) => ({ value: item, isMasked })) : [],
  )
  return items.length === 0 ? {} : { items: inferSchema(items, depth + 1) }
}
