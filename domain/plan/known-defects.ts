import { isJsonObject, type Json, type JsonObject } from './json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from './schema-keywords'
import { childPointer } from './schema-pointer'

export type DefectName =
  | 'unknown-type'
  | 'type-is-not-text'
  | 'required-is-not-a-list'
  | 'properties-is-not-a-map'
  | 'schema-is-not-a-schema'
  | 'enum-is-not-a-list'
  | 'enum-is-empty'
  | 'legacy-id'
  | 'legacy-draft'
  | 'boolean-exclusive-bound'
  | 'labels-keyword'
  | 'new-property-mark'

export type Defect = {
  readonly name: DefectName
  /** JSON pointer into the schema. */
  readonly pointer: string
  readonly explanation: string
  /** Whether a strict validator refuses the schema for it, or only passes over it. */
  readonly strict: 'refuses' | 'ignores'
}

/** What of the schema departs from JSON Schema draft-07 in ways that live plans are known to. Never stops an import. */
export const knownDefects = (schema: Json): readonly Defect[] => defectsOfSchema(schema, '')

const defectsOfSchema = (schema: Json, pointer: string): Defect[] => {
  if (typeof schema === 'boolean') return []
  if (!isJsonObject(schema))
    return [refused('schema-is-not-a-schema', pointer, `${show(schema)} stands where a schema should.`)]
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const at = childPointer(pointer, keyword)
    return [...(detectors[keyword]?.(value, at, schema) ?? []), ...defectsBelow(keyword, value, at)]
  })
}

const defectsBelow = (keyword: string, value: Json, at: string): Defect[] => {
  if (isSchemaMapKeyword(keyword) && isJsonObject(value))
    return Object.entries(value)
      .filter(([, item]) => !(keyword === 'dependencies' && Array.isArray(item)))
      .flatMap(([name, item]) => defectsOfSchema(item, childPointer(at, name)))
  if (isSchemaListKeyword(keyword) && Array.isArray(value))
    return value.flatMap((item, i) => defectsOfSchema(item, childPointer(at, i)))
  return isSchemaKeyword(keyword) ? defectsOfSchema(value, at) : []
}

type Detector = (value: Json, at: string, schema: JsonObject) => Defect[]

const typeNames = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

const boundDetector: Detector = (value, at) =>
  typeof value === 'boolean'
    ? [refused('boolean-exclusive-bound', at, 'Draft-04 wrote true here; draft-07 wants the bound itself.')]
    : []

/** The names are keywords, so that a schema cannot reach what objects inherit. */
const detectors: Readonly<Record<string, Detector | undefined>> = Object.assign(
  Object.create(null) as Record<string, Detector>,
  {
    type: (value, at) => {
      const types = Array.isArray(value) ? value : [value]
      if (types.some((type) => typeof type !== 'string') || types.length === 0)
        return [refused('type-is-not-text', at, `${show(value)} names no type.`)]
      return types
        .filter((type) => !typeNames.has(String(type)))
        .map((type) => refused('unknown-type', at, `There is no type ${show(type)}.`))
    },
    required: (value, at) =>
      Array.isArray(value) && value.every((name) => typeof name === 'string')
        ? []
        : [
            refused(
              'required-is-not-a-list',
              at,
              `${show(value)} stands where the object lists the names it requires; nothing is required by it.`,
            ),
          ],
    properties: (value, at) =>
      isJsonObject(value)
        ? []
        : [refused('properties-is-not-a-map', at, `${show(value)} stands where properties should.`)],
    enum: (value, at) => {
      if (!Array.isArray(value))
        return [refused('enum-is-not-a-list', at, `${show(value)} is no list of values.`)]
      return value.length === 0 ? [refused('enum-is-empty', at, 'No value is allowed here.')] : []
    },
    id: (value, at) =>
      typeof value === 'string'
        ? [ignored('legacy-id', at, 'Draft-04 wrote "id"; draft-07 writes "$id".')]
        : [],
    $schema: (value, at) =>
      typeof value === 'string' && !value.includes('draft-07')
        ? [refused('legacy-draft', at, `The schema names ${show(value)}; Segment reads draft-07.`)]
        : [],
    exclusiveMinimum: boundDetector,
    exclusiveMaximum: boundDetector,
    // At the top they are where Segment itself keeps an event's labels, so nothing to repair.
    labels: (_value, at) =>
      at === '/labels'
        ? []
        : [ignored('labels-keyword', at, 'Labels are Segment’s own and not part of JSON Schema.')],
    isNewProperty: (_value, at) => [
      ignored('new-property-mark', at, 'Left behind by an editor; it means nothing to JSON Schema.'),
    ],
  } satisfies Record<string, Detector>,
)

const refused = (name: DefectName, pointer: string, explanation: string): Defect => ({
  name,
  pointer,
  explanation,
  strict: 'refuses',
})

const ignored = (name: DefectName, pointer: string, explanation: string): Defect => ({
  name,
  pointer,
  explanation,
  strict: 'ignores',
})

const show = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
