import { isJsonObject, type Json } from '../../plan/json'
import type { Rule, RuleType } from '../../plan/rule'
import { pointerSegments } from '../../plan/schema-pointer'
import type { ViolationType } from '../../plan/violation-types'
import type { ReplayedCall } from '../../replay/replayed-call'
import type { SeenValue } from '../../traffic/infer-schema'
import { compilePlan } from '../../validation/compile-plan'
import type { CallOccurrence } from '../../validation/occurrences-of-errors'
import type { CodePlace } from './suggestion'

/** The violation that is to end, as it was reported. */
export type BrokenConstraint = {
  readonly ruleType: RuleType
  readonly key: string | null
  readonly version: number | null
  readonly pointer: string
  readonly type: ViolationType
  readonly message: string
  readonly sources: readonly { readonly name: string; readonly count: number }[]
  readonly appVersions: readonly { readonly version: string; readonly count: number }[]
}

/** What recorded calls tell of a violation. */
export type Evidence = {
  /** Calls that break the constraint, and the other calls of the event. */
  readonly breaking: readonly ReplayedCall[]
  readonly others: readonly ReplayedCall[]
  /** The rule that they break; null for an event that no rule plans, and where it is not known. */
  readonly rule: Rule | null
  /** What stands at the place in calls that break it, each value once for each call and item. */
  readonly values: readonly SeenValue[]
}

export const evidenceOf = (
  constraint: BrokenConstraint,
  rules: readonly Rule[],
  calls: readonly ReplayedCall[],
): Evidence => {
  const plan = compilePlan(rules)
  const breaking: ReplayedCall[] = []
  const others: ReplayedCall[] = []
  let found: CallOccurrence | undefined
  for (const call of calls) {
    const occurrence = plan.validate(call.call, call.settings).find(isOf(constraint))
    if (occurrence) breaking.push(call)
    else others.push(call)
    found ??= occurrence
  }
  const told = found?.rule
  const rule = told
    ? (rules.find(
        ({ type, key, version }) => type === told.type && key === told.key && version === told.version,
      ) ?? null)
    : ruleOf(constraint, rules)
  return { breaking, others, rule, values: breaking.flatMap((call) => valuesAt(call, constraint.pointer)) }
}

export const isOf =
  ({ pointer, type }: Pick<BrokenConstraint, 'pointer' | 'type'>) =>
  (occurrence: Pick<CallOccurrence, 'pointer' | 'type'>): boolean =>
    occurrence.pointer === pointer && occurrence.type === type

const ruleOf = ({ ruleType, key, version }: BrokenConstraint, rules: readonly Rule[]): Rule | null => {
  const ofType = rules.filter(({ type }) => type === ruleType)
  const named = ofType.filter((rule) => rule.key === key)
  const versions = named.length > 0 ? named : ofType.filter((rule) => rule.key === null)
  const asked = versions.find((rule) => rule.version === version)
  return asked ?? [...versions].sort((a, b) => a.version - b.version)[0] ?? null
}

/** What stands at a place of a call, in every item where the pointer says `*`. */
export const valuesAt = (
  { call, masked }: Pick<ReplayedCall, 'call' | 'masked'>,
  pointer: string,
): readonly SeenValue[] => {
  const isMasked = (path: string) =>
    masked.some((at) => at === path || at.startsWith(`${path}/`) || path.startsWith(`${at}/`))
  const walk = (value: Json | undefined, path: string, segments: readonly string[]): readonly SeenValue[] => {
    if (value === undefined) return []
    const [segment, ...rest] = segments
    if (segment === undefined) return [{ value, isMasked: isMasked(path) }]
    if (Array.isArray(value))
      return segment === '*' ? value.flatMap((item: Json, i) => walk(item, `${path}/${i}`, rest)) : []
    if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return []
    const escaped = segment.replaceAll('~', '~0').replaceAll('/', '~1')
    return walk(value[segment], `${path}/${escaped}`, rest)
  }
  return walk(call, '', pointerSegments(pointer))
}

const mostPlaces = 5

/** Where the calls are sent from: as recorded, else as reported. */
export const placesOf = (constraint: BrokenConstraint, { breaking }: Evidence): readonly CodePlace[] => {
  if (breaking.length === 0) return reportedPlaces(constraint)
  const places = new Map<
    string,
    { place: Omit<CodePlace, 'from' | 'calls'>; calls: number; from: Map<string, number> }
  >()
  for (const call of breaking) {
    const place = { source: call.sourceName, appVersion: call.appVersion, library: libraryOf(call.call) }
    const key = JSON.stringify(place)
    const known = places.get(key) ?? { place, calls: 0, from: new Map<string, number>() }
    known.calls += call.weight
    const from = screenOf(call.call)
    known.from.set(from, (known.from.get(from) ?? 0) + call.weight)
    places.set(key, known)
  }
  return [...places]
    .sort(([a, { calls }], [b, other]) => other.calls - calls || (a < b ? -1 : 1))
    .slice(0, mostPlaces)
    .map(([, { place, calls, from }]) => ({ ...place, from: mostOften(from), calls: Math.round(calls) }))
}

const reportedPlaces = ({ sources, appVersions }: BrokenConstraint): readonly CodePlace[] => {
  const [newest] = [...appVersions].sort((a, b) => b.count - a.count)
  return sources.slice(0, mostPlaces).map(({ name, count }) => ({
    ...{ source: name, appVersion: newest?.version ?? '', library: '', from: '', calls: count },
  }))
}

const mostOften = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([a, many], [b, other]) => other - many || (a < b ? -1 : 1))[0]?.[0] ?? ''

const textAt = (call: Json, ...path: readonly string[]): string => {
  const found = path.reduce<Json | undefined>(
    (value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    call,
  )
  return typeof found === 'string' ? found : ''
}

const libraryOf = (call: Json): string =>
  [textAt(call, 'context', 'library', 'name'), textAt(call, 'context', 'library', 'version')]
    .filter((text) => text !== '')
    .join(' ')

const screenOf = (call: Json): string =>
  textAt(call, 'context', 'page', 'path') || textAt(call, 'context', 'screen', 'name')
