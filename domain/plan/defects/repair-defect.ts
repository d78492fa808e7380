import {
  type ExactJson,
  ExactNumber,
  type ExactObject,
  exactNumber,
  isExactArray,
  isExactObject,
} from '../exact-json'
import { plainJson } from '../parse-schema'
import { printSorted } from '../print-json'
import { namesProperty, set, unset } from '../schema-path'
import { pointerSegments } from '../schema-pointer'
import type { DefectName } from './defect-kinds'
import { isTypeName, shapeOf } from './draft-seven'
import type { Defect } from './known-defects'

/** `certain`: only one thing can have been meant. A certain repair can still refuse more than before. */
export type Certainty = 'certain' | 'guess'

/** What a repair makes of the schema that holds the defective keyword. */
export type DefectRepair = {
  readonly certainty: Certainty
  /** What is done, as a sentence. */
  readonly what: string
  readonly node: ExactJson
  /** The property has to be listed among those that the object around it requires. */
  readonly isRequired?: boolean
}

type Repairer = (node: ExactObject, keyword: string, defect: Defect) => DefectRepair | null

const made = (certainty: Certainty, what: string, node: ExactJson): DefectRepair => ({
  certainty,
  what,
  node,
})

const remove =
  (certainty: Certainty, what: string): Repairer =>
  (node, keyword) =>
    made(certainty, what, unset(node, keyword))

const otherWords: Readonly<Record<string, string>> = {
  bool: 'boolean',
  date: 'string',
  datetime: 'string',
  decimal: 'number',
  double: 'number',
  float: 'number',
  int: 'integer',
  list: 'array',
  long: 'integer',
  map: 'object',
  str: 'string',
  text: 'string',
}

const meantType = (word: ExactJson): string | null => {
  if (word === null) return 'null'
  if (typeof word !== 'string') return null
  const bare = word.toLowerCase().replace(/[^a-z]/g, '')
  if (isTypeName(bare)) return bare
  return Object.hasOwn(otherWords, bare) ? (otherWords[bare] ?? null) : null
}

const repairType: Repairer = (node, keyword) => {
  const { type = null } = node
  const words = isExactArray(type) ? type : [type]
  // Segment writes "any" by leaving the type out.
  if (words.some((word) => word === 'any'))
    return made('certain', 'The type "any" was left out.', unset(node, keyword))
  if (!isExactArray(type) && type === null)
    return made('guess', 'The type null, which is no name, was left out.', unset(node, keyword))
  const meant = words.map(meantType)
  if (meant.length === 0 || meant.includes(null))
    return made('guess', 'The type, which names nothing, was left out.', unset(node, keyword))
  const types = [...new Set(meant as string[])]
  // In a list, JSON null beside a name can only be the type of that name.
  const isCertain = words.every((word) => word === null || isTypeName(word))
  const value = isExactArray(type) ? types : (types[0] ?? '')
  return made(
    isCertain ? 'certain' : 'guess',
    `The type was read as ${types.join(' or ')}.`,
    set(node, keyword, value),
  )
}

const repairRequired: Repairer = (node, keyword, { pointer }) => {
  const { required = null } = node
  const isProperty = namesProperty(pointerSegments(pointer).slice(0, -1))
  if (required === false) return made('certain', '"required": false was left out.', unset(node, keyword))
  if (required === true && isProperty)
    return {
      ...made(
        'certain',
        'The property was listed among the required ones of the object around it.',
        unset(node, keyword),
      ),
      isRequired: true,
    }
  const names = (isExactArray(required) ? required : [required]).filter((name) => typeof name === 'string')
  return names.length === 0
    ? made('guess', '"required", which names nothing, was left out.', unset(node, keyword))
    : made('guess', `"required" was read as a list of names: ${names.join(', ')}.`, set(node, keyword, names))
}

const repairBound: Repairer = (node, keyword) => {
  const bound = keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum'
  const limit = node[bound]
  if (node[keyword] === true && (typeof limit === 'number' || limit instanceof ExactNumber))
    return made('certain', `"${bound}" became "${keyword}".`, set(unset(node, bound), keyword, limit))
  // What a bound that cannot be read was meant to be is settled first.
  if (node[keyword] === true && limit !== undefined) return null
  return made('certain', `"${keyword}" without effect was left out.`, unset(node, keyword))
}

/** A number or a flag that somebody wrote as text. */
const spelt = (value: ExactJson): ExactJson | undefined => {
  if (typeof value !== 'string') return undefined
  const word = value.trim().toLowerCase()
  if (word === 'true' || word === 'false') return word === 'true'
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(word) ? exactNumber(word) : undefined
}

/** For `dependencies`: its lists hold names, each once. */
const withNamesOnce = (map: ExactObject): ExactObject =>
  Object.fromEntries(
    Object.entries(map).map(([name, part]) => [
      name,
      isExactArray(part) ? [...new Set(part.filter((item) => typeof item === 'string'))] : part,
    ]),
  )

const repairKind: Repairer = (node, keyword) => {
  const value = node[keyword] ?? null
  const fits = (meant: ExactJson) => shapeOf(keyword)?.fits(plainJson(meant)) === true
  if (value === null)
    return made('certain', `"${keyword}" that says nothing was left out.`, unset(node, keyword))
  const readings = isExactObject(value) ? [[value], withNamesOnce(value)] : [spelt(value)]
  const meant = readings.find((one) => one !== undefined && fits(one))
  return meant === undefined
    ? made('guess', `"${keyword}", which cannot be read, was left out.`, unset(node, keyword))
    : made(
        'guess',
        `"${keyword}" was read as ${JSON.stringify(plainJson(meant))}.`,
        set(node, keyword, meant),
      )
}

const once: Repairer = (node, keyword) => {
  const list = node[keyword] ?? null
  const items = isExactArray(list) ? list : [list]
  const kept = [...new Map(items.map((item) => [printSorted(item), item])).values()]
  return made('certain', 'Each stands once now.', set(node, keyword, kept))
}

/** One repair for each defect of a keyword; the node is the schema that holds it. */
export const repairers: Readonly<Record<Exclude<DefectName, 'schema-is-not-a-schema'>, Repairer>> = {
  'unknown-type': repairType,
  'type-is-not-text': repairType,
  'required-is-not-a-list': repairRequired,
  'properties-is-not-a-map': (node, keyword) => {
    const isEmpty = isExactArray(node[keyword]) && node[keyword].length === 0
    return made(isEmpty ? 'certain' : 'guess', '"properties" became an empty map.', set(node, keyword, {}))
  },
  'enum-is-not-a-list': (node, keyword) =>
    made('guess', 'The value became a list of one.', set(node, keyword, [node[keyword] ?? null])),
  'enum-is-empty': remove('guess', 'The empty list of values was left out.'),
  'legacy-id': remove('certain', 'The draft-04 "id" was left out.'),
  'legacy-draft': (node, keyword) =>
    made(
      'certain',
      'The schema names draft-07 now.',
      set(node, keyword, 'http://json-schema.org/draft-07/schema#'),
    ),
  'named-twice': once,
  'wrong-kind-of-value': repairKind,
  'boolean-exclusive-bound': repairBound,
  'labels-keyword': remove('guess', 'Labels on a property were left out.'),
  'new-property-mark': remove('certain', 'The mark "isNewProperty" was left out.'),
  'keyword-without-effect': remove('certain', 'The keyword without effect was left out.'),
  'unknown-keyword': remove('guess', 'The keyword that draft-07 does not know was left out.'),
}

/** What stands where a schema should, read as one. Always a guess. */
export const readAsSchema = (value: ExactJson): DefectRepair => {
  const type = value === null ? null : meantType(value)
  return type === null
    ? made('guess', 'It became a schema that takes anything.', {})
    : made('guess', `It was read as the type ${type}.`, { type })
}
