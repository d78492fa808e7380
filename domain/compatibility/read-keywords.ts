import type { Json, JsonObject } from '../plan/json'
import { isJudged, type Keyword, understood } from './keyword-shapes'

/** What a schema says by the keywords of draft-07 that can refuse a value. */
export type Keywords = { readonly [keyword in Keyword]?: Json }

export type ReadKeywords = {
  readonly keywords: Keywords
  /** What cannot be judged, since its value has the wrong shape. */
  readonly wrong: JsonObject
}

/** Spellings of draft-04 are read as draft-07 means them. */
export const readKeywords = (schema: JsonObject): ReadKeywords => {
  const keywords: { [keyword in Keyword]?: Json } = {}
  const wrong: { [keyword: string]: Json } = {}
  const modern = isBoolean(schema.exclusiveMinimum) || isBoolean(schema.exclusiveMaximum)
  const source = modern ? modernBounds(schema) : schema
  for (const keyword of Object.keys(source)) {
    const value = single(keyword, source[keyword] ?? null)
    if (!isJudged(keyword, value)) continue
    if (understood(keyword as Keyword, value)) keywords[keyword as Keyword] = value
    else wrong[keyword] = value
  }
  return { keywords, wrong }
}

const isBoolean = (value: Json | undefined): boolean => typeof value === 'boolean'

/** A list of one type is that type. */
const single = (keyword: string, value: Json): Json =>
  keyword === 'type' && Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value

/** Draft-04 wrote `"minimum": 2, "exclusiveMinimum": true`. */
const modernBounds = (schema: JsonObject): JsonObject =>
  [['minimum', 'exclusiveMinimum'] as const, ['maximum', 'exclusiveMaximum'] as const].reduce(
    (rest, [bound, exclusive]) => {
      const { [bound]: limit, [exclusive]: flag, ...others } = rest
      if (flag === false) return limit === undefined ? others : { ...others, [bound]: limit }
      return flag === true && limit !== undefined ? { ...others, [exclusive]: limit } : rest
    },
    schema,
  )
