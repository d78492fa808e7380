import type { ErrorObject } from 'ajv'
import type { Json } from '@/sandbox/world/json'

type Words = { type: string; description: string }
type Say = (field: string, error: ErrorObject) => Words

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

const expectedTypes = (type: unknown): string =>
  Array.isArray(type) && type.length > 1
    ? `[${type.join(',')}]`
    : String(Array.isArray(type) ? type[0] : type)

const quoted = (values: Json[]) => values.map((value) => JSON.stringify(value)).join(', ')

const bound =
  (type: string, text: string): Say =>
  (_, { params }) => ({ type, description: text.replace('$', String(params.limit)) })

const fixed =
  (type: string, description: string): Say =>
  () => ({ type, description })

/**
 * Ajv's errors in the words of gojsonschema, whose messages Segment shows (recognised by "Invalid type. Expected:
 * number, given: string" and "(root)"). Types are its error types, title-cased.
 */
const words: Record<string, Say> = {
  required: (field) => ({ type: 'Required', description: `${field} is required` }),
  type: (_, { schema, data }) => ({
    type: 'Invalid Type',
    description: `Invalid type. Expected: ${expectedTypes(schema)}, given: ${typeOf(data)}`,
  }),
  enum: (field, { params }) => ({
    type: 'Enum',
    description: `${field} must be one of the following: ${quoted(params.allowedValues)}`,
  }),
  const: (field, { params }) => ({
    type: 'Const',
    description: `${field} does not match: ${JSON.stringify(params.allowedValue)}`,
  }),
  pattern: (_, { params }) => ({
    type: 'Pattern',
    description: `Does not match pattern '${params.pattern}'`,
  }),
  format: (_, { params }) => ({ type: 'Format', description: `Does not match format '${params.format}'` }),
  minLength: bound('String Gte', 'String length must be greater than or equal to $'),
  maxLength: bound('String Lte', 'String length must be less than or equal to $'),
  minimum: bound('Number Gte', 'Must be greater than or equal to $'),
  exclusiveMinimum: bound('Number Gt', 'Must be greater than $'),
  maximum: bound('Number Lte', 'Must be less than or equal to $'),
  exclusiveMaximum: bound('Number Lt', 'Must be less than $'),
  multipleOf: (_, { params }) => ({
    type: 'Multiple Of',
    description: `Must be a multiple of ${params.multipleOf}`,
  }),
  minItems: bound('Array Min Items', 'Array must have at least $ items'),
  maxItems: bound('Array Max Items', 'Array must have at most $ items'),
  uniqueItems: (_, { params }) => ({
    type: 'Unique',
    description: `array items[${params.j},${params.i}] must be unique`,
  }),
  contains: fixed('Contains', 'At least one of the items must match'),
  minProperties: bound('Array Min Properties', 'Must have at least $ properties'),
  maxProperties: bound('Array Max Properties', 'Must have at most $ properties'),
  additionalProperties: (_, { params }) => ({
    type: 'Additional Property Not Allowed',
    description: `Additional property ${params.additionalProperty} is not allowed`,
  }),
  propertyNames: (_, { params }) => ({
    type: 'Invalid Property Name',
    description: `Property name of "${params.propertyName}" does not match`,
  }),
  dependencies: (_, { params }) => ({
    type: 'Missing Dependency',
    description: `Has a dependency on ${params.missingProperty}`,
  }),
  anyOf: fixed('Number Any Of', 'Must validate at least one schema (anyOf)'),
  oneOf: fixed('Number One Of', 'Must validate one and only one schema (oneOf)'),
  not: fixed('Number Not', 'Must not validate the schema (not)'),
  if: (_, { params }) =>
    params.failingKeyword === 'then'
      ? { type: 'Condition Then', description: 'Must validate "then" as "if" was valid' }
      : { type: 'Condition Else', description: 'Must validate "else" as "if" was not valid' },
  'false schema': fixed('False', 'False always fails validation'),
}

export const violationWords = (field: string, error: ErrorObject): Words =>
  (words[error.keyword] ?? fixed('Internal', `Internal Error ${error.keyword}`))(field, error)
