import { isJsonObject, type Json, type JsonObject } from '../json'
import { printSorted } from '../print-json'
import { isSchemaKeyword, isSchemaListKeyword, isSchemaMapKeyword } from '../schema-keywords'
import { pointerOf } from '../schema-pointer'
import { type DefectName, defectKinds } from './defect-kinds'
import { draftSeven, isTypeName, type Shape, shapeOf } from './draft-seven'

export type Defect = {
  readonly name: DefectName
  /** JSON pointer into the schema. */
  readonly pointer: string
  readonly explanation: string
  /** Whether a strict validator refuses the schema for it, or only passes over it. */
  readonly strict: 'refuses' | 'ignores'
}

/** What of the schema departs from JSON Schema draft-07 in ways that live plans are known to. Never stops an import. */
export const knownDefects = (schema: Json): readonly Defect[] => {
  const found: Defect[] = []
  collectFrom(schema, [], found)
  return found
}

/** `path` is where the schema stands; it is put into words for a defect only, since most places have none. */
const collectFrom = (schema: Json, path: (string | number)[], found: Defect[]): void => {
  if (typeof schema === 'boolean') return
  if (!isJsonObject(schema)) {
    found.push(
      defect('schema-is-not-a-schema', pointerOf(path), `${show(schema)} stands where a schema should.`),
    )
    return
  }
  const isRoot = path.length === 0
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] ?? null
    const reading = readings.get(keyword) ?? unknownKeyword
    const judged = judgeKeyword(reading, keyword, value, schema, isRoot)
    if (judged !== null) found.push(defect(judged[0], pointerOf([...path, keyword]), judged[1]))
    if (reading.holdsSchemas) collectBelow(keyword, value, path, found)
  }
}

const collectBelow = (keyword: string, value: Json, path: (string | number)[], found: Defect[]): void => {
  path.push(keyword)
  if (isSchemaMapKeyword(keyword) && isJsonObject(value)) {
    for (const name of Object.keys(value)) {
      const item = value[name] ?? null
      if (keyword !== 'dependencies' || !Array.isArray(item)) collectAt(name, item, path, found)
    }
  } else if (isSchemaListKeyword(keyword) && Array.isArray(value)) {
    for (const [i, item] of (value as readonly Json[]).entries()) collectAt(i, item, path, found)
  } else if (isSchemaKeyword(keyword)) collectFrom(value, path, found)
  path.pop()
}

const collectAt = (step: string | number, item: Json, path: (string | number)[], found: Defect[]): void => {
  path.push(step)
  collectFrom(item, path, found)
  path.pop()
}

type Found = readonly [DefectName, string] | null

type Detector = (value: Json, schema: JsonObject, isRoot: boolean) => Found

/** A keyword has at most one defect, so that one repair settles its place. */
const judgeKeyword = (
  { detector, shape, isChecked }: Reading,
  keyword: string,
  value: Json,
  schema: JsonObject,
  isRoot: boolean,
): Found => {
  const special = detector ? detector(value, schema, isRoot) : null
  if (special || !isChecked) return special
  if (shape === null) return ['unknown-keyword', `Draft-07 knows no ${show(keyword)}.`]
  return shape.fits(value)
    ? null
    : ['wrong-kind-of-value', `"${keyword}" wants ${shape.wants} and finds ${show(value)}.`]
}

const boundDetector: Detector = (value) =>
  typeof value === 'boolean'
    ? ['boolean-exclusive-bound', 'Draft-04 wrote true here; draft-07 wants the bound itself.']
    : null

const withoutEffect = (keyword: string, needed: string): Found => [
  'keyword-without-effect',
  `"${keyword}" has no effect without ${needed}.`,
]

const ofIf =
  (keyword: string): Detector =>
  (_value, schema) =>
    Object.hasOwn(schema, 'if') ? null : withoutEffect(keyword, '"if"')

const isRepeated = (list: readonly Json[]): boolean => {
  if (list.length < 2) return false
  const texts = list.every((item) => typeof item === 'string') ? list : list.map(printSorted)
  return texts.length <= fewItems
    ? texts.some((text, i) => texts.indexOf(text) !== i)
    : new Set(texts).size < list.length
}

/** So many are compared faster with each other than through a set. */
const fewItems = 16

const detectors: ReadonlyMap<string, Detector> = new Map<string, Detector>([
  [
    'type',
    (value) => {
      if (isTypeName(value)) return null
      const types: readonly Json[] = Array.isArray(value) ? value : [value]
      if (types.some((type) => typeof type !== 'string') || types.length === 0)
        return ['type-is-not-text', `${show(value)} names no type.`]
      const unknown = types.filter((type) => !isTypeName(type))
      if (unknown.length > 0)
        return ['unknown-type', `There is no type ${unknown.map(show).join(' and no type ')}.`]
      return isRepeated(types) ? ['named-twice', `${show(value)} names a type twice.`] : null
    },
  ],
  [
    'required',
    (value) => {
      if (!Array.isArray(value) || value.some((name) => typeof name !== 'string'))
        return [
          'required-is-not-a-list',
          `${show(value)} stands where the object lists the names it requires; nothing is required by it.`,
        ]
      return isRepeated(value) ? ['named-twice', 'A name is required twice.'] : null
    },
  ],
  [
    'properties',
    (value) =>
      isJsonObject(value)
        ? null
        : ['properties-is-not-a-map', `${show(value)} stands where properties should.`],
  ],
  [
    'enum',
    (value) => {
      if (!Array.isArray(value)) return ['enum-is-not-a-list', `${show(value)} is no list of values.`]
      if (value.length === 0) return ['enum-is-empty', 'No value is allowed here.']
      return isRepeated(value) ? ['named-twice', 'A value is listed twice.'] : null
    },
  ],
  ['id', () => ['legacy-id', 'Draft-04 wrote "id"; draft-07 writes "$id".']],
  [
    '$schema',
    (value) =>
      typeof value === 'string' && !value.includes('draft-07')
        ? ['legacy-draft', `The schema names ${show(value)}; Segment reads draft-07.`]
        : null,
  ],
  ['exclusiveMinimum', boundDetector],
  ['exclusiveMaximum', boundDetector],
  [
    'labels',
    // At the top they are where Segment itself keeps an event's labels, so nothing to repair.
    (_value, _schema, isRoot) =>
      isRoot ? null : ['labels-keyword', 'Labels are Segment’s own and not part of JSON Schema.'],
  ],
  [
    'isNewProperty',
    () => ['new-property-mark', 'Left behind by an editor; it means nothing to JSON Schema.'],
  ],
  [
    'if',
    (_value, schema) =>
      ['then', 'else'].some((keyword) => Object.hasOwn(schema, keyword))
        ? null
        : withoutEffect('if', '"then" or "else"'),
  ],
  ['then', ofIf('then')],
  ['else', ofIf('else')],
  [
    'additionalItems',
    (_value, schema) =>
      Array.isArray(schema.items) ? null : withoutEffect('additionalItems', 'a list of places in "items"'),
  ],
])

/** Words that draft-07 does not know and that have a detector of their own. */
const unchecked: ReadonlySet<string> = new Set(['id', 'labels', 'isNewProperty', '$defs'])

/** All that is known of a keyword, looked up once for each place. */
type Reading = {
  readonly detector: Detector | undefined
  readonly shape: Shape | null
  readonly isChecked: boolean
  readonly holdsSchemas: boolean
}

const readingOf = (keyword: string): Reading => ({
  detector: detectors.get(keyword),
  shape: shapeOf(keyword),
  isChecked: !unchecked.has(keyword),
  holdsSchemas: isSchemaKeyword(keyword) || isSchemaListKeyword(keyword) || isSchemaMapKeyword(keyword),
})

const unknownKeyword: Reading = { detector: undefined, shape: null, isChecked: true, holdsSchemas: false }

const readings: ReadonlyMap<string, Reading> = new Map(
  [...draftSeven, ...unchecked].map((keyword) => [keyword, readingOf(keyword)]),
)

const defect = (name: DefectName, pointer: string, explanation: string): Defect => ({
  name,
  pointer,
  explanation,
  strict: defectKinds[name].strict,
})

const show = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
