import { type ExactJson, type ExactObject, isExactArray } from './exact-json'
import type { Defect, DefectName } from './known-defects'
import { set, unset } from './schema-path'
import { pointerSegments } from './schema-pointer'

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

const typeNames = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']

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
  if (typeNames.includes(bare)) return bare
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
  const isCertain = words.every((word) => word === null || typeNames.includes(String(word)))
  const value = isExactArray(type) ? types : (types[0] ?? '')
  return made(
    isCertain ? 'certain' : 'guess',
    `The type was read as ${types.join(' or ')}.`,
    set(node, keyword, value),
  )
}

const repairRequired: Repairer = (node, keyword, { pointer }) => {
  const { required = null } = node
  const isProperty = pointerSegments(pointer).at(-3) === 'properties'
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
  return node[keyword] === true && typeof limit === 'number'
    ? made('certain', `"${bound}" became "${keyword}".`, set(unset(node, bound), keyword, limit))
    : made('certain', `"${keyword}" without effect was left out.`, unset(node, keyword))
}

/** One repair for each defect; the places are the keywords inside the schema that holds them. */
export const repairers: Readonly<Record<DefectName, Repairer>> = {
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
  'boolean-exclusive-bound': repairBound,
  'labels-keyword': remove('guess', 'Labels on a property were left out.'),
  'new-property-mark': remove('certain', 'The mark "isNewProperty" was left out.'),
  // The defect is the schema itself, which the caller hands over under its own name.
  'schema-is-not-a-schema': (node, keyword) => {
    const type = node[keyword] === null ? null : meantType(node[keyword] ?? null)
    const schema: ExactJson = type === null ? {} : { type }
    return made(
      'guess',
      type === null ? 'It became a schema that takes anything.' : `It was read as the type ${type}.`,
      set(node, keyword, schema),
    )
  },
}
