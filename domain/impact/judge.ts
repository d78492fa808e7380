import type { Change, ChangeKind, ChangeOf } from '../diff/change'
import { showPlace, showValue } from '../diff/describe-change'
import { allowsType } from '../diff/diff-types'
import type { Json } from '../plan/json'
import { judgeLimit } from './judge-limit'
import { breaking, documentation, safe, unknown } from './opinions'
import type { Verdict } from './verdict'

type Judge<K extends ChangeKind> = (change: ChangeOf<K>) => Verdict

const noticed = 'Readers meet nothing that they could not meet before.'
const accepted = 'Everything that was accepted still is.'

const onlyDocumentation = (): Verdict => ({
  senders: documentation('Validation does not see it.'),
  readers: documentation('What arrives stays the same.'),
})

const notEstablished = (what: string): Verdict => ({
  senders: unknown(`Whether ${what} refuses events that were fine has not been established.`),
  readers: unknown(`Whether ${what} lets something new arrive has not been established.`),
})

/**
 * One entry for every kind of change, one opinion for each audience. Read with planned names: an object is not
 * expected to carry names that its plan does not list.
 */
const judges: { readonly [K in ChangeKind]: Judge<K> } = {
  'rule-added': ({ rule }) =>
    rule.key === null
      ? {
          senders: unknown('Calls that no rule judged are judged by this one now.'),
          readers: safe(noticed),
        }
      : { senders: safe('Nobody who followed the plan sent this event.'), readers: safe(noticed) },
  'rule-removed': ({ rule }) =>
    rule.key === null
      ? {
          senders: safe('Calls that this rule judged are no longer judged by it.'),
          readers: breaking('What the rule promised is no longer promised.'),
        }
      : {
          senders: breaking('The event becomes unplanned; sources that block unplanned events drop it.'),
          readers: breaking('The event may stay away.'),
        },
  'rule-renamed': ({ before }) => ({
    senders: breaking(`Events that are still called ${showValue(before)} become unplanned.`),
    readers: breaking(`What reads ${showValue(before)} gets nothing under that name.`),
  }),
  'property-added': ({ pointer, required }) => ({
    senders: required
      ? breaking(`Events without ${showPlace(pointer)} become violations.`)
      : safe('Only someone who already sends another thing by this name would notice.'),
    readers: safe('What did not know the property need not look at it.'),
  }),
  'property-removed': ({ pointer, required, open }) => ({
    senders: open
      ? safe('The schema still takes it; the name becomes unplanned, which a source may block or omit.')
      : breaking(`Events with ${showPlace(pointer)} become violations.`),
    readers: open
      ? breaking('It may stay away, or arrive as anything.')
      : required
        ? breaking(`${showPlace(pointer)} no longer arrives.`)
        : safe('It could be missing before; now it always is.'),
  }),
  'property-required': ({ pointer }) => ({
    senders: breaking(`Events without ${showPlace(pointer)} become violations.`),
    readers: safe(noticed),
  }),
  'property-optional': ({ pointer }) => ({
    senders: safe(accepted),
    readers: breaking(`Events may arrive without ${showPlace(pointer)}.`),
  }),
  'type-widened': (change) => ifTypesAreKnown(change, wider('A type may arrive that could not before.')),
  'type-narrowed': (change) => ifTypesAreKnown(change, narrower('Types that were accepted are refused.')),
  'type-changed': (change) =>
    ifTypesAreKnown(change, {
      senders: breaking('A type that was accepted is refused.'),
      readers: breaking('A type may arrive that could not before.'),
    }),
  'enum-values-added': ({ after, types }) => {
    const possible = after.filter((value) => isPossible(value, types))
    return possible.length === 0 ? neverPossible : wider(`${showValue(possible[0] ?? null)} may arrive.`)
  },
  'enum-values-removed': ({ before, types }) => {
    const possible = before.filter((value) => isPossible(value, types))
    return possible.length === 0
      ? neverPossible
      : narrower(`Events that send ${showValue(possible[0] ?? null)} become violations.`)
  },
  'enum-added': () => narrower('Every value that is not on the list is refused.'),
  'enum-removed': () => wider('Any value may arrive.'),
  'pattern-changed': (change) => judgeLimit('pattern', change),
  'format-changed': (change) => judgeLimit('format', change),
  'bound-changed': (change) => judgeLimit(change.keyword, change),
  'items-changed': ({ before, after }) => {
    if (after === undefined && isTyped(before)) return wider('The list may hold anything.')
    if (before === undefined && isTyped(after)) return narrower('The list may no longer hold just anything.')
    return notEstablished('the new description of the list')
  },
  'names-closed': () => narrower('Events with names that the plan does not list become violations.'),
  'names-opened': () => wider('Names that the plan does not list may arrive.'),
  'description-changed': onlyDocumentation,
  'labels-changed': onlyDocumentation,
  'metadata-changed': onlyDocumentation,
  'schema-changed': ({ keyword }) =>
    notEstablished(keyword === null ? 'the new schema' : `the change of ${showValue(keyword)}`),
}

/** What a change does to senders and to readers, each with the reason. An opinion; the change itself is the fact. */
export const judge = (change: Change): Verdict =>
  // The table has an entry for every kind that takes exactly that kind.
  (judges[change.kind] as (change: Change) => Verdict)(change)

const wider = (why: string): Verdict => ({ senders: safe(accepted), readers: breaking(why) })

const narrower = (why: string): Verdict => ({ senders: breaking(why), readers: safe(noticed) })

const neverPossible: Verdict = {
  senders: safe('The type never allowed the value.'),
  readers: safe('The type never allowed the value.'),
}

const typeNames = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'])

const ifTypesAreKnown = (
  { before, after }: ChangeOf<'type-changed' | 'type-widened' | 'type-narrowed'>,
  verdict: Verdict,
): Verdict =>
  [...(before ?? []), ...(after ?? [])].every((type) => typeNames.has(type))
    ? verdict
    : notEstablished('a type that JSON Schema does not know')

const isPossible = (value: Json, types: readonly string[] | null): boolean =>
  allowsType(types, typeOfValue(value))

const typeOfValue = (value: Json): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value
}

/** A schema that names a type takes less than every value. */
const isTyped = (schema: Json | undefined): boolean =>
  typeof schema === 'object' && schema !== null && !Array.isArray(schema) && Object.hasOwn(schema, 'type')
