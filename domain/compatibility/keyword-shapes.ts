import { isJsonObject, type Json } from '../plan/json'

const typeNames = new Set<Json>(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])
const isNumber = (value: Json) => typeof value === 'number' && Number.isFinite(value)
const isCount = (value: Json) => Number.isSafeInteger(value) && Number(value) >= 0
const isText = (value: Json) => typeof value === 'string'
const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
const isTexts = (value: Json) => isList(value) && value.every(isText)
const isFilled = (value: Json) => isList(value) && value.length > 0
const anything = () => true

const shapes = {
  additionalItems: anything,
  additionalProperties: anything,
  allOf: isFilled,
  anyOf: isFilled,
  const: anything,
  contains: anything,
  dependencies: (value: Json) =>
    isJsonObject(value) && Object.values(value).every((part) => !isList(part) || isTexts(part)),
  else: anything,
  enum: isFilled,
  exclusiveMaximum: isNumber,
  exclusiveMinimum: isNumber,
  format: isText,
  if: anything,
  items: anything,
  maxItems: isCount,
  maxLength: isCount,
  maxProperties: isCount,
  maximum: isNumber,
  minItems: isCount,
  minLength: isCount,
  minProperties: isCount,
  minimum: isNumber,
  multipleOf: (value: Json) => isNumber(value) && Number(value) > 0,
  not: anything,
  oneOf: isFilled,
  pattern: isText,
  patternProperties: isJsonObject,
  properties: isJsonObject,
  propertyNames: anything,
  required: isTexts,
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
  then: anything,
  type: (value: Json) =>
    isList(value) ? value.length > 0 && value.every((v) => typeNames.has(v)) : typeNames.has(value),
  uniqueItems: (value: Json) => typeof value === 'boolean',
} satisfies { readonly [keyword: string]: (value: Json) => boolean }

export type Keyword = keyof typeof shapes

/** The draft-07 keywords that can refuse a value; `$ref` apart. */
const judgedKeywords: ReadonlySet<string> = new Set(Object.keys(shapes))

/** Whether the keyword's value has the shape that draft-07 gives it. Schemas inside are judged where they are read. */
export const understood = (keyword: Keyword, value: Json): boolean => shapes[keyword](value)

/**
 * Whether a keyword of a schema in canonical form can refuse a value. `"type": "any"` is no draft-07; plans that say
 * so mean what draft-03 meant, no constraint, and Segment takes it.
 */
export const isJudged = (keyword: string, value: Json): boolean =>
  judgedKeywords.has(keyword) && !(keyword === 'type' && value === 'any')
