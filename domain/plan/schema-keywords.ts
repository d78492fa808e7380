/** JSON Schema draft-07: which keywords hold schemas, and how. Everything else in a schema is data. */
const holdsOne = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
])
const holdsList = new Set(['allOf', 'anyOf', 'items', 'oneOf'])
const holdsMap = new Set(['$defs', 'definitions', 'dependencies', 'patternProperties', 'properties'])

export const isSchemaKeyword = (keyword: string): boolean => holdsOne.has(keyword)

export const isSchemaListKeyword = (keyword: string): boolean => holdsList.has(keyword)

export const isSchemaMapKeyword = (keyword: string): boolean => holdsMap.has(keyword)
