import { isJsonObject, type Json } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'
import type { ViolationType } from '../plan/violation-types'
import type { SchemaError } from './compile-schema'

export type DescribedError = {
  readonly type: ViolationType
  readonly message: string
  /** The property that is missing or not allowed, which the error's own path does not name. */
  readonly name?: string
}

type Describe = (
  params: Readonly<Record<string, unknown>>,
  error: SchemaError,
  given: () => Json | undefined,
) => DescribedError

const described = (type: ViolationType, message: string, name?: string): DescribedError =>
  name === undefined ? { type, message } : { type, message, name }

const limit =
  (type: ViolationType, sentence: (limit: string) => string): Describe =>
  ({ limit }) =>
    described(type, sentence(String(limit)))

/** The sentences are those of xeipuuv/gojsonschema, which Segment's own follow. */
const table: ReadonlyMap<string, Describe> = new Map<string, Describe>([
  ['required', ({ missingProperty }, error) => missing(error, String(missingProperty))],
  ['dependencies', ({ missingProperty }, error) => missing(error, String(missingProperty))],
  [
    'type',
    ({ type }, _error, given) =>
      described(
        'invalid-type',
        `Invalid type. Expected: ${[type].flat().join('/')}, given: ${typeName(given())}`,
      ),
  ],
  [
    'enum',
    ({ allowedValues }, error) =>
      described('enum', `${dotted(error)} must be one of the following: ${shown(allowedValues)}`),
  ],
  [
    'const',
    ({ allowedValue }, error) =>
      described('enum', `${dotted(error)} does not match: ${JSON.stringify(allowedValue)}`),
  ],
  ['pattern', ({ pattern }) => described('pattern', `Does not match pattern '${pattern}'`)],
  ['format', ({ format }) => described('format', `Does not match format '${format}'`)],
  ['minimum', limit('range', (n) => `Must be greater than or equal to ${n}`)],
  ['maximum', limit('range', (n) => `Must be less than or equal to ${n}`)],
  ['exclusiveMinimum', limit('range', (n) => `Must be greater than ${n}`)],
  ['exclusiveMaximum', limit('range', (n) => `Must be less than ${n}`)],
  ['multipleOf', ({ multipleOf }) => described('range', `Must be a multiple of ${multipleOf}`)],
  ['minLength', limit('length', (n) => `String length must be greater than or equal to ${n}`)],
  ['maxLength', limit('length', (n) => `String length must be less than or equal to ${n}`)],
  ['minItems', limit('items', (n) => `Array must have at least ${n} items`)],
  ['maxItems', limit('items', (n) => `Array must have at most ${n} items`)],
  ['additionalItems', () => described('items', 'No additional items allowed on array')],
  ['uniqueItems', () => described('items', 'array items must be unique')],
  ['contains', () => described('items', 'At least one of the items must match')],
  ['minProperties', limit('other', (n) => `Must have at least ${n} properties`)],
  ['maxProperties', limit('other', (n) => `Must have at most ${n} properties`)],
  [
    'propertyNames',
    ({ propertyName }) =>
      described('other', `Property name of ${JSON.stringify(propertyName)} does not match`),
  ],
  [
    'additionalProperties',
    ({ additionalProperty }) =>
      described(
        'unplanned-property',
        `Additional property ${additionalProperty} is not allowed`,
        String(additionalProperty),
      ),
  ],
  ['anyOf', () => described('combination', 'Must validate at least one schema (anyOf)')],
  ['oneOf', () => described('combination', 'Must validate one and only one schema (oneOf)')],
  ['not', () => described('combination', 'Must not validate the schema (not)')],
  [
    'if',
    ({ failingKeyword }) =>
      described(
        'combination',
        `Must validate "${failingKeyword}" as "if" was ${failingKeyword === 'then' ? 'valid' : 'not valid'}`,
      ),
  ],
])

/** An error of the validator in our word and in Segment's manner. `given` finds the value that broke the constraint. */
export const describeError = (error: SchemaError, given: () => Json | undefined): DescribedError =>
  table.get(error.keyword)?.(error.params, error, given) ??
  described(
    'other',
    error.keyword === 'false schema' ? 'No value is allowed here' : `Breaks "${error.keyword}"`,
  )

/** Segment writes places with dots, and `(root)` for the whole message. */
const dotted = ({ instancePath }: SchemaError): string => pointerSegments(instancePath).join('.') || '(root)'

const missing = (error: SchemaError, name: string): DescribedError =>
  described('required', `${[...pointerSegments(error.instancePath), name].join('.')} is required`, name)

const typeName = (value: Json | undefined): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (isJsonObject(value)) return 'object'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const shown = (values: unknown): string => {
  if (!Array.isArray(values)) return ''
  const known = shownLists.get(values)
  if (known !== undefined) return known
  const text = values.map((value) => JSON.stringify(value)).join(', ')
  shownLists.set(values, text)
  return text
}

/** A list of allowed values is the same object for every value that is not on it. */
const shownLists = new WeakMap<object, string>()
