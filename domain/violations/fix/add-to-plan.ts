import { isJsonObject, type Json, type JsonObject } from '../../plan/json'
import { pointerOf, pointerSegments, toSchemaPointer } from '../../plan/schema-pointer'
import { inferSchema, type SeenValue, typesOf } from '../../traffic/infer-schema'
import { byRows, type Candidate, placeName } from './candidate'
import { isDirty } from './dirty-value'
import type { BrokenConstraint, Evidence } from './evidence'
import { valuesAt } from './evidence'
import { cleanValues, closedSet } from './seen-texts'

/** Ways to plan an event that no rule plans. */
export const addEvent = (
  { ruleType, key }: BrokenConstraint,
  { breaking }: Evidence,
): readonly Candidate[] => {
  const seen = breaking.flatMap((call) => valuesAt(call, '/properties'))
  const section = inferSchema(withoutPlaceholders(seen))
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      context: { type: 'object' },
      traits: { type: 'object' },
      properties: isJsonObject(section.properties)
        ? { ...section, type: 'object' }
        : { type: 'object', properties: {} },
    },
  }
  const names = isJsonObject(section.properties) ? Object.keys(section.properties).length : 0
  const detail =
    breaking.length === 0
      ? 'No call of it is recorded, so it is planned without properties.'
      : `Its ${names} properties are those of ${breaking.length} recorded calls, with the types that were seen.`
  return [
    {
      kind: 'add-event',
      title: `Add the event ${quoted(key ?? '')}`,
      detail,
      edits: [{ type: ruleType, key, version: 1, before: null, after: JSON.stringify(schema, null, 2) }],
    },
  ]
}

/** A text that only stands for nothing makes no property a text. */
const withoutPlaceholders = (seen: readonly SeenValue[]): readonly SeenValue[] => {
  const objects = seen.flatMap(({ value, isMasked }) => (isJsonObject(value) ? [{ value, isMasked }] : []))
  const clean = new Map<string, Set<string>>()
  for (const { value } of objects)
    for (const [name, child] of Object.entries(value))
      if (!isDirty(child)) clean.set(name, new Set([...(clean.get(name) ?? []), ...typesOf([child])]))
  const isNoise = ([name, child]: readonly [string, Json]) =>
    isDirty(child) && clean.get(name)?.has('string') === false
  return objects.map(({ value, isMasked }) => ({
    value: Object.fromEntries(Object.entries(value).filter((entry) => !isNoise(entry))),
    isMasked,
  }))
}

/** Ways to plan a property that the rule does not name, the narrowest first. */
export const addProperty = (
  { pointer }: BrokenConstraint,
  { rule, values }: Evidence,
): readonly (Candidate | null)[] => {
  if (rule === null) return []
  const segments = pointerSegments(pointer)
  const name = segments.at(-1) ?? ''
  const parent = toSchemaPointer(pointerOf(segments.slice(0, -1)), rule.jsonSchema)
  const adding = (schema: JsonObject, told: Omit<Candidate, 'edits'>) =>
    byRows(rule, [{ kind: 'add', parent, name, schema, required: false }], told)
  const called = quoted(placeName(pointer))
  const clean = cleanValues(values)
  const inferred = inferSchema(clean)
  const set = closedSet(clean)
  const isMeant = (value: Json) => !isDirty(value)
  if (values.length === 0)
    return [
      adding(
        {},
        {
          kind: 'add-property',
          title: `Add ${called}`,
          detail: 'No value of it is recorded, so it is planned without a type.',
        },
      ),
    ]
  return [
    set &&
      adding(
        { ...inferred, enum: set },
        {
          kind: 'add-property',
          title: `Add ${called} with its ${set.length} values`,
          detail: `Only ${set.map((value) => JSON.stringify(value)).join(', ')} are ever sent.`,
          means: isMeant,
        },
      ),
    adding(inferred, {
      kind: 'add-property',
      title: `Add ${called} (${typeWords(inferred)})`,
      detail: `Made from ${clean.length} values that were sent.`,
      means: isMeant,
    }),
    adding(
      {},
      {
        kind: 'allow-anything',
        title: `Add ${called} with any value`,
        detail: 'Nothing that is sent there is looked at any more.',
        means: isMeant,
      },
    ),
  ]
}

const typeWords = ({ type }: JsonObject): string =>
  Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : 'any type'

const quoted = (name: string): string => `“${name}”`
