import { type ExactJson, isExactArray, isExactObject } from '../plan/exact-json'
import { printJson } from '../plan/print-json'
import type { RuleId } from '../plan/rule'
import { ruleName } from '../plan/rule-id'
import { pointerSegments } from '../plan/schema-pointer'
import type { Change, ChangeKind, ChangeOf } from './change'
import { equalJson, own } from './schema-node'
import { showName, showPart } from './show-name'

type Sentence<K extends ChangeKind> = (change: ChangeOf<K>) => string

const sentences: { readonly [K in ChangeKind]: Sentence<K> } = {
  'rule-added': ({ rule }) => `${showRule(rule)} is new`,
  'rule-removed': ({ rule }) => `${showRule(rule)} was removed`,
  'rule-renamed': ({ before, after }) => `${showName(before ?? '')} is called ${showName(after ?? '')} now`,
  'property-added': (change) =>
    `${showPlace(change.pointer)} is new (${showTypes(change.after)}, ${change.required ? 'required' : 'optional'})`,
  'property-removed': ({ pointer }) => `${showPlace(pointer)} was removed`,
  'property-required': ({ pointer }) => `${showPlace(pointer)} is required now`,
  'property-optional': ({ pointer }) => `${showPlace(pointer)} is optional now`,
  'type-widened': (change) => `${showPlace(change.pointer)} takes more types: ${showMove(change)}`,
  'type-narrowed': (change) => `${showPlace(change.pointer)} takes fewer types: ${showMove(change)}`,
  'type-changed': (change) => `${showPlace(change.pointer)} has another type: ${showMove(change)}`,
  'enum-values-added': ({ pointer, after }) => `${showPlace(pointer)} may also be ${showValues(after)}`,
  'enum-values-removed': ({ pointer, before }) =>
    `${showPlace(pointer)} may no longer be ${showValues(before)}`,
  'enum-added': ({ pointer, after }) => `${showPlace(pointer)} may only be ${showValues(after)} now`,
  'enum-removed': ({ pointer }) => `${showPlace(pointer)} is no longer limited to a list of values`,
  'pattern-changed': (change) => limitSentence(change, 'pattern'),
  'format-changed': (change) => limitSentence(change, 'format'),
  'bound-changed': (change) => limitSentence(change, change.keyword),
  'items-changed': ({ pointer }) => `What the list ${showPlace(pointer)} may hold has changed`,
  'names-closed': ({ pointer }) => `${showPlace(pointer)} takes planned names only now`,
  'names-opened': ({ pointer }) => `${showPlace(pointer)} takes unplanned names now`,
  'description-changed': (change) => sideSentence(change, `The description of ${showPlace(change.pointer)}`),
  'labels-changed': ({ pointer, before, after }) => labelSentence(pointer, before, after),
  'metadata-changed': (change) =>
    sideSentence(
      change,
      `"${change.keyword}" of ${showPlace(change.pointer)}, which validation does not see,`,
    ),
  'schema-changed': (change) =>
    change.keyword === null
      ? `The schema of ${showPlace(change.pointer)} has changed`
      : sideSentence(change, `"${change.keyword}" of ${showPlace(change.pointer)}`),
}

/** A change as a sentence for people, without the full stop and without the name of the rule it belongs to. */
export const describeChange = (change: Change): string =>
  // The table has an entry for every kind that takes exactly that kind.
  (sentences[change.kind] as (change: Change) => string)(change)

/** A place in the message as people write it: `/properties/products/*\/sku` is `products[].sku`. */
export const showPlace = (pointer: string): string => {
  const segments = pointerSegments(pointer)
  const [section, ...inside] = segments
  if (section === undefined) return 'the event'
  const path = section === 'properties' && inside.length > 0 ? inside : segments
  return path.reduce(
    (text, segment) => (segment === '*' ? `${text}[]` : `${text}${text ? '.' : ''}${showPart(segment)}`),
    '',
  )
}

/** A value as it would stand in JSON, cut when it is long. */
export const showValue = (value: ExactJson): string => {
  const text = printJson(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

const showRule = (rule: RuleId): string => showName(ruleName(rule))

const showValues = (values: readonly ExactJson[]): string => {
  const shown = values.slice(0, 5).map(showValue)
  return values.length > shown.length
    ? `${shown.join(', ')} or ${values.length - shown.length} more`
    : shown.join(' or ')
}

const showTypes = (schema: ExactJson): string => {
  const type = isExactObject(schema) ? schema.type : undefined
  if (typeof type === 'string') return type
  return isExactArray(type) ? type.map(String).join(' or ') : 'any type'
}

const typeNames = (types: readonly string[] | null): string => types?.join(' or ') ?? 'any type'

const showMove = ({ before, after }: ChangeOf<'type-changed' | 'type-widened' | 'type-narrowed'>): string =>
  `${typeNames(before)} → ${typeNames(after)}`

type TwoSided = { readonly pointer: string; readonly before?: ExactJson; readonly after?: ExactJson }

const limitSentence = ({ pointer, before, after }: TwoSided, keyword: string): string => {
  const place = showPlace(pointer)
  if (after === undefined) return `${place} no longer has to fit ${keyword} ${showValue(before ?? null)}`
  if (before === undefined) return `${place} has to fit ${keyword} ${showValue(after)} now`
  return `${place} has to fit ${keyword} ${showValue(after)} instead of ${showValue(before)}`
}

const sideSentence = ({ before, after }: TwoSided, subject: string): string =>
  `${subject} ${before === undefined ? 'was added' : after === undefined ? 'was removed' : 'has changed'}`

const labelSentence = (
  pointer: string,
  before: ExactJson | undefined,
  after: ExactJson | undefined,
): string => {
  const [was = {}, is = {}] = [before, after].map((labels) => (isExactObject(labels) ? labels : {}))
  const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((name) => !equalJson(own(was, name), own(is, name)))
    .map((name) => `${showName(name)}: ${showLabel(own(is, name))}`)
  return `The labels of ${showPlace(pointer)} have changed (${changed.join(', ') || 'their form'})`
}

const showLabel = (label: ExactJson | undefined): string =>
  label === undefined ? 'none' : typeof label === 'string' ? label : showValue(label)
