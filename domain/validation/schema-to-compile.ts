import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../plan/schema-keywords'

export type SchemaToCompile =
  | {
      readonly ok: true
      readonly schema: JsonObject | boolean
      /** References are resolved against identifiers inside the schema. */
      readonly keepsIds: boolean
      /** Some property is called as something that every JavaScript object inherits. */
      readonly namesInherited: boolean
      /** It refers to the draft itself, which need not be fetched. */
      readonly namesDraft: boolean
    }
  | { readonly ok: false; readonly reason: string }

/**
 * The schema as the validator shall see it; what is stored stays as it is. JSON Schema draft-07, section 8.3: beside
 * `$ref` everything else is ignored. `$schema` and draft-04's `id` mean nothing here and would be refused.
 */
export const schemaToCompile = (schema: Json): SchemaToCompile => {
  if (typeof schema !== 'boolean' && !isJsonObject(schema))
    return { ok: false, reason: 'A schema is an object, true or false.' }
  const text = JSON.stringify(schema)
  const hasReference = text.includes('"$ref"')
  const prepared = prepare(schema, hasReference && text.includes('"$id"')) as JsonObject | boolean
  return {
    ok: true,
    schema: prepared,
    keepsIds: hasReference && text.includes('"$id"'),
    namesDraft: text.includes(`"$ref":"${draftSevenAddress}`),
    namesInherited: inherited.some((name) => text.includes(`"${name}"`)),
  }
}

/** Where JSON Schema draft-07 describes itself. */
export const draftSevenAddress = 'http://json-schema.org/draft-07/schema'

const inherited = Object.getOwnPropertyNames(Object.prototype)

const dropped = new Set(['$schema', 'id'])

/** Pointers may lead into these even where they stand beside a reference. */
const besideReference = new Set(['$ref', 'definitions', '$defs'])

const prepare = (schema: Json, keepIds: boolean): Json => {
  if (!isJsonObject(schema)) return schema
  const isReference = typeof schema.$ref === 'string'
  const parts = Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !dropped.has(keyword) && (keepIds || keyword !== '$id'))
      .filter(([keyword]) => !isReference || besideReference.has(keyword))
      .map(([keyword, value]) => [keyword, prepareBelow(keyword, value, keepIds)]),
  )
  return namedByPattern(containsApart(parts))
}

const proto = '__proto__'

/**
 * Ajv passes over keys called `__proto__`, which JSON allows. As patterns and conditions they are judged; a name that
 * is required needs no help.
 */
const namedByPattern = (schema: JsonObject): JsonObject => {
  const { properties, patternProperties, dependencies } = schema
  const [named, patterned, depended] = [properties, patternProperties, dependencies].map((map) =>
    isJsonObject(map) && Object.hasOwn(map, proto) ? map[proto] : undefined,
  )
  if (named === undefined && patterned === undefined && depended === undefined) return schema
  const patterns = [
    ...Object.entries(isJsonObject(patternProperties) ? patternProperties : {}).filter(
      ([key]) => key !== proto,
    ),
    ...(patterned === undefined ? [] : [[`(?:${proto})`, patterned] as const]),
    ...(named === undefined ? [] : [[`^(?:${proto})$`, named] as const]),
  ]
  const others = Array.isArray(schema.allOf) ? schema.allOf : []
  const then = Array.isArray(depended) ? { required: depended } : depended
  return {
    ...schema,
    patternProperties: Object.fromEntries(patterns),
    ...(then === undefined ? {} : { allOf: [...others, { if: { required: [proto] }, then }] }),
  }
}

/** Ajv 8 takes an empty list for one that contains what it should where `items` is a list beside `contains`. */
const containsApart = (schema: JsonObject): JsonObject => {
  const { contains, ...rest } = schema
  if (contains === undefined || !Array.isArray(schema.items)) return schema
  const others = Array.isArray(rest.allOf) ? rest.allOf : []
  return { ...rest, allOf: [...others, { contains }] }
}

const prepareBelow = (keyword: string, value: Json, keepIds: boolean): Json => {
  if (isSchemaListKeyword(keyword) && Array.isArray(value)) return value.map((item) => prepare(item, keepIds))
  if (isSchemaMapKeyword(keyword) && isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, prepare(item, keepIds)]))
  return isSchemaKeyword(keyword) ? prepare(value, keepIds) : value
}
