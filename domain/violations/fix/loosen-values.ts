import type { ExactJson, ExactObject } from '../../plan/exact-json'
import type { Json } from '../../plan/json'
import { jsonEqual } from '../../plan/json-equal'
import { toSchemaPointer } from '../../plan/schema-pointer'
import { byNode, byRows, type Candidate, nodeAt, placeName } from './candidate'
import { isDirty } from './dirty-value'
import type { BrokenConstraint, Evidence } from './evidence'
import { countedValues, meantValues } from './seen-texts'
import { commonShape } from './text-shape'

type Way = (constraint: BrokenConstraint, evidence: Evidence) => readonly (Candidate | null)[]

const called = (pointer: string) => `“${placeName(pointer)}”`
const isMeant = (value: Json) => !isDirty(value)
const without = (node: ExactObject, keywords: readonly string[]): ExactObject =>
  Object.fromEntries(Object.entries(node).filter(([keyword]) => !keywords.includes(keyword)))

/** A property need not be sent any more. */
export const makeOptional: Way = ({ pointer }, { rule }) => [
  rule &&
    byRows(rule, [{ kind: 'set-required', at: toSchemaPointer(pointer, rule.jsonSchema), required: false }], {
      kind: 'make-optional',
      title: `Make ${called(pointer)} optional`,
      detail: 'Calls without it are fine then, all of them.',
    }),
]

const mostNewValues = 50

/** More values, of those that are sent often enough to be meant. */
export const addEnumValues: Way = ({ pointer }, { rule, values }) => {
  const node = rule && nodeAt(rule, pointer)
  if (rule === null || node === null) return []
  const planned = Array.isArray(node.enum) ? node.enum : node.const === undefined ? null : [node.const]
  if (planned === null) return []
  const added = meantValues(values, planned).slice(0, mostNewValues)
  const list = added.map((value) => JSON.stringify(value)).join(', ')
  return [
    added.length > 0
      ? byNode(rule, pointer, (found) => withValues(found, planned, added), {
          kind: 'add-enum-values',
          title: `Add ${list.length > 60 ? `${added.length} values` : list} to ${called(pointer)}`,
          detail: `Sent again and again: ${list}. Other spellings, placeholders and one-offs are left out.`,
          means: (value) => added.some((one) => jsonEqual(one, value)),
        })
      : null,
    byNode(rule, pointer, (found) => without(found, ['enum', 'const']), {
      kind: 'allow-anything',
      title: `Let ${called(pointer)} have any value`,
      detail: 'The list of values goes; the type stays.',
      means: (value) => added.some((one) => jsonEqual(one, value)),
    }),
  ]
}

const withValues = (
  node: ExactObject,
  planned: readonly ExactJson[],
  added: readonly Json[],
): ExactObject => {
  const types = [node.type ?? []].flat()
  const type: ExactObject =
    added.includes(null) && types.length > 0 && !types.includes('null') ? { type: [...types, 'null'] } : {}
  return { ...without(node, ['const']), ...type, enum: [...planned, ...added] }
}

type Limits = {
  readonly kind: Candidate['kind']
  readonly lower: readonly string[]
  readonly upper: readonly string[]
  readonly others: readonly string[]
  readonly measure: (value: Json) => number | null
  readonly what: string
}

/** JSON Schema counts the length of a text in characters, not in halves of them. */
const limitsOf: Readonly<Record<'range' | 'length' | 'items', Limits>> = {
  range: {
    kind: 'widen-range',
    lower: ['minimum', 'exclusiveMinimum'],
    upper: ['maximum', 'exclusiveMaximum'],
    others: ['multipleOf'],
    measure: (value) => (typeof value === 'number' ? value : null),
    what: 'numbers',
  },
  length: {
    kind: 'widen-length',
    lower: ['minLength'],
    upper: ['maxLength'],
    others: [],
    measure: (value) => (typeof value === 'string' ? [...value].length : null),
    what: 'lengths',
  },
  items: {
    kind: 'widen-items',
    lower: ['minItems'],
    upper: ['maxItems'],
    others: ['uniqueItems', 'contains', 'additionalItems'],
    measure: (value) => (Array.isArray(value) ? value.length : null),
    what: 'numbers of items',
  },
}

/** Limits that hold what is sent: nearly all of it, then all of it, then no limits. */
export const widenLimits =
  (of: keyof typeof limitsOf): Way =>
  ({ pointer }, { rule, values }) => {
    const limits = limitsOf[of]
    const node = rule && nodeAt(rule, pointer)
    if (rule === null || node === null) return []
    const sizes = values
      .flatMap(({ value }) => (isDirty(value) ? [] : (limits.measure(value) ?? [])))
      .sort((a, b) => a - b)
    const cut = Math.floor(sizes.length * (1 - nearlyAll))
    const spans = [sizes.slice(cut, sizes.length - cut), sizes].filter((list) => list.length > 0)
    const widened = spans.map((list) => {
      const [least, most] = [list[0] as number, list.at(-1) as number]
      return byNode(rule, pointer, (found) => withLimits(found, limits, least, most), {
        kind: limits.kind,
        title: `Let ${called(pointer)} have ${limits.what} ${least === most ? `of ${least}` : `from ${least} to ${most}`} too`,
        detail:
          list === sizes
            ? 'Everything that is sent.'
            : 'Nearly everything that is sent; the outliers stay violations.',
        means: (value) => {
          const size = limits.measure(value)
          return size !== null && size >= least && size <= most
        },
      })
    })
    return [
      ...widened,
      byNode(rule, pointer, (found) => without(found, [...limits.lower, ...limits.upper, ...limits.others]), {
        kind: 'allow-anything',
        title: `Drop the limits of ${called(pointer)}`,
        detail: `The ${limits.what} are not looked at any more.`,
        means: isMeant,
      }),
    ]
  }

/** Of what is sent at either end, so much is taken for outliers. */
const nearlyAll = 0.98

const withLimits = (
  node: ExactObject,
  { lower, upper }: Limits,
  least: number,
  most: number,
): ExactObject => {
  const entries = Object.entries(node).map(([keyword, value]): [string, ExactJson] => {
    if (typeof value !== 'number') return [keyword, value]
    const inclusive = keyword.startsWith('exclusive') ? plain(keyword) : keyword
    if (lower.includes(keyword) && (value > least || (inclusive !== keyword && value >= least)))
      return [inclusive, least]
    if (upper.includes(keyword) && (value < most || (inclusive !== keyword && value <= most)))
      return [inclusive, most]
    return [keyword, value]
  })
  return Object.fromEntries(entries)
}

const plain = (keyword: string): string => (keyword === 'exclusiveMinimum' ? 'minimum' : 'maximum')

const mostShapes = 3

/** Another form beside the one that the pattern asks for. */
export const widenPattern: Way = ({ pointer }, { rule, values }) => {
  const node = rule && nodeAt(rule, pointer)
  if (rule === null || node === null || typeof node.pattern !== 'string') return []
  const { pattern } = node
  const texts = countedValues(values).flatMap(({ value }) =>
    typeof value === 'string' && !isDirty(value) ? [value] : [],
  )
  const shapes = shapesOf(texts)
  const widened = [`(?:${pattern})`, ...shapes.map((shape) => `(?:${shape})`)].join('|')
  return [
    shapes.length > 0
      ? byNode(rule, pointer, (found) => ({ ...found, pattern: widened }), {
          kind: 'widen-pattern',
          title: `Let ${called(pointer)} also look like ${shapes.join(' or ')}`,
          detail: `As in ${JSON.stringify(texts[0])}.`,
          means: isMeant,
        })
      : null,
    byNode(rule, pointer, (found) => without(found, ['pattern']), {
      kind: 'allow-anything',
      title: `Drop the pattern of ${called(pointer)}`,
      detail: 'Any text is fine then.',
      means: isMeant,
    }),
  ]
}

/** The forms that the texts have, where they have few. */
const shapesOf = (texts: readonly string[]): readonly string[] => {
  const byForm = new Map<string, string[]>()
  for (const text of texts) {
    const form = text
      .replace(/\d+/g, '0')
      .replace(/[A-Z]+/g, 'A')
      .replace(/[a-z]+/g, 'a')
    const known = byForm.get(form)
    if (known) known.push(text)
    else byForm.set(form, [text])
  }
  if (byForm.size > mostShapes) return []
  return [...byForm.values()].flatMap((alike) => commonShape(alike) ?? [])
}

export const dropFormat: Way = ({ pointer }, { rule }) => [
  rule &&
    byNode(rule, pointer, (found) => without(found, ['format']), {
      kind: 'drop-format',
      title: `Drop the format of ${called(pointer)}`,
      detail: 'Any text is fine then.',
      means: isMeant,
    }),
]
