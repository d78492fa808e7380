import { isJsonObject, type Json } from '../json'

/** What a keyword of JSON Schema draft-07 may hold, in words and as a question. */
export type Shape = { readonly wants: string; readonly fits: (value: Json) => boolean }

const shape = (wants: string, fits: (value: Json) => boolean): Shape => ({ wants, fits })

/** Whatever it is, it is no defect of this keyword; schemas below it are looked at by themselves. */
const anything = shape('anything', () => true)
const text = shape('text', (value) => typeof value === 'string')
const flag = shape('true or false', (value) => typeof value === 'boolean')
const number = shape('a number', (value) => typeof value === 'number')
const positive = shape('a number above 0', (value) => typeof value === 'number' && value > 0)
const count = shape('a whole number from 0', (value) => Number.isInteger(value) && Number(value) >= 0)
const list = shape('a list', (value) => Array.isArray(value))
const schemas = shape('a list of schemas', (value) => Array.isArray(value) && value.length > 0)
const map = shape('a map of names', isJsonObject)
const dependencies = shape(
  'a map of schemas or lists of names',
  (value) =>
    isJsonObject(value) && Object.values(value).every((part) => !Array.isArray(part) || areNames(part)),
)
const areNames = (list: readonly Json[]): boolean =>
  list.every((name) => typeof name === 'string') && new Set(list).size === list.length
const oneOrList = shape('a schema or a list of schemas', (value) => !Array.isArray(value) || value.length > 0)

/** JSON Schema draft-07, validation vocabulary and core; `deprecated` is of a later draft and only a note. */
const shapes: Readonly<Record<string, Shape>> = {
  $comment: text,
  $id: text,
  $ref: text,
  $schema: text,
  additionalItems: anything,
  additionalProperties: anything,
  allOf: schemas,
  anyOf: schemas,
  const: anything,
  contains: anything,
  contentEncoding: text,
  contentMediaType: text,
  default: anything,
  definitions: map,
  dependencies,
  deprecated: flag,
  description: text,
  else: anything,
  enum: anything,
  examples: list,
  exclusiveMaximum: number,
  exclusiveMinimum: number,
  format: text,
  if: anything,
  items: oneOrList,
  maxItems: count,
  maxLength: count,
  maxProperties: count,
  maximum: number,
  minItems: count,
  minLength: count,
  minProperties: count,
  minimum: number,
  multipleOf: positive,
  not: anything,
  oneOf: schemas,
  pattern: text,
  patternProperties: map,
  properties: anything,
  propertyNames: anything,
  readOnly: flag,
  required: anything,
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
  then: anything,
  title: text,
  type: anything,
  uniqueItems: flag,
  writeOnly: flag,
}

/** Every keyword of draft-07. */
export const draftSeven: readonly string[] = Object.keys(shapes)

/** Null for what draft-07 does not know. */
export const shapeOf = (keyword: string): Shape | null =>
  Object.hasOwn(shapes, keyword) ? (shapes[keyword] ?? null) : null

export const typeNames = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] as const

const types: ReadonlySet<unknown> = new Set(typeNames)

export const isTypeName = (name: unknown): boolean => types.has(name)
