import type { Json } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import { compareAppVersions } from '../app-version'
import { nodeAt, placeName } from './candidate'
import { isDirty, spelling } from './dirty-value'
import { type BrokenConstraint, type Evidence, placesOf } from './evidence'
import { countedValues } from './seen-texts'
import type { CodePlace } from './suggestion'

/** What to change where it is sent. `isLikely`: what is sent looks like a mistake rather than like a plan that lags. */
export type CodeFix = {
  readonly title: string
  readonly detail: string
  readonly isLikely: boolean
  readonly places: readonly CodePlace[]
}

export const fixInCode = (
  constraint: BrokenConstraint,
  evidence: Evidence,
  rules: readonly Rule[],
): CodeFix => {
  const mistake = mistakeIn(constraint, evidence, rules)
  const healed = mistake === null ? fixedSince(evidence) : null
  return {
    title: mistake?.title ?? usualTitle(constraint, evidence),
    detail:
      mistake?.why ??
      (healed === null
        ? 'The plan stays as it is.'
        : `Apps from ${healed} send it right, so it ends by itself as people update.`),
    isLikely: mistake !== null || healed !== null,
    places: placesOf(constraint, evidence),
  }
}

type Mistake = { readonly title: string; readonly why: string }

const mistakeIn = (
  constraint: BrokenConstraint,
  evidence: Evidence,
  rules: readonly Rule[],
): Mistake | null => {
  const { type, pointer, key } = constraint
  switch (type) {
    case 'unplanned-event': {
      const meant = alike(
        key ?? '',
        rules.flatMap((rule) => (rule.type === constraint.ruleType ? (rule.key ?? []) : [])),
      )
      return meant === undefined
        ? null
        : { title: `Send “${meant}” instead of “${key}”`, why: 'It is the same name in another spelling.' }
    }
    case 'unplanned-property': {
      const name = placeName(pointer).split('.').at(-1) ?? ''
      const meant = alike(name, siblings(constraint, evidence))
      return meant === undefined
        ? null
        : { title: `Send “${meant}” instead of “${name}”`, why: 'It is the same name in another spelling.' }
    }
    case 'required':
      return null
    default:
      return valueMistake(constraint, evidence)
  }
}

const alike = (name: string, planned: readonly string[]): string | undefined =>
  planned.find((other) => other !== name && spelling(other) === spelling(name))

const siblings = ({ pointer }: BrokenConstraint, { rule }: Evidence): readonly string[] => {
  const around = rule && nodeAt(rule, pointer.slice(0, pointer.lastIndexOf('/')))
  const properties = around?.properties
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
}

/** Of what breaks it, so much has to look like a mistake. */
const mostOfIt = 0.5

const valueMistake = ({ type, pointer }: BrokenConstraint, { rule, values }: Evidence): Mistake | null => {
  const counted = countedValues(values)
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const node = rule && nodeAt(rule, pointer)
  const name = `“${placeName(pointer)}”`
  const share = (is: (value: Json) => boolean) =>
    counted.reduce((sum, { value, count }) => sum + (is(value) ? count : 0), 0) / total
  const example = (is: (value: Json) => boolean) =>
    JSON.stringify(counted.find(({ value }) => is(value))?.value)
  if (share(isDirty) > mostOfIt)
    return {
      title: `Leave ${name} out where there is nothing to send`,
      why: `What is sent stands for nothing: ${example(isDirty)}.`,
    }
  const planned = Array.isArray(node?.enum) ? node.enum : []
  const spelt = (value: Json) =>
    typeof value === 'string' &&
    planned.some((one) => typeof one === 'string' && spelling(one) === spelling(value))
  if (type === 'enum' && share(spelt) > mostOfIt)
    return {
      title: `Spell ${name} as the plan does`,
      why: `${example(spelt)} is a planned value in another spelling.`,
    }
  const types: readonly (Json | undefined)[] = [node?.type].flat()
  if (
    type === 'invalid-type' &&
    (types.includes('number') || types.includes('integer')) &&
    share(isNumeric) > mostOfIt
  )
    return { title: `Send ${name} as a number`, why: `${example(isNumeric)} is a number in quotes.` }
  const isFlag = (value: Json) => value === 'true' || value === 'false'
  if (type === 'invalid-type' && types.includes('boolean') && share(isFlag) > mostOfIt)
    return { title: `Send ${name} as true or false`, why: `${example(isFlag)} is a text.` }
  return null
}

const isNumeric = (value: Json): boolean =>
  typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value.trim())

/** The first app version from which on nothing breaks it, where older ones do; else null. */
const fixedSince = ({ breaking, others }: Evidence): string | null => {
  const isNewerThanAll = (version: string) =>
    breaking.length > 0 &&
    breaking.every(({ appVersion }) => (compareAppVersions(appVersion, version) ?? 0) < 0)
  const healed = [...new Set(others.map(({ appVersion }) => appVersion))].filter(isNewerThanAll)
  return healed.sort((a, b) => compareAppVersions(a, b) ?? 0)[0] ?? null
}

const usualTitle = ({ type, pointer, key, message }: BrokenConstraint, { rule }: Evidence): string => {
  const name = `“${placeName(pointer)}”`
  const types = [(rule && nodeAt(rule, pointer))?.type ?? []].flat().join(' or ')
  switch (type) {
    case 'unplanned-event':
      return `Do not send “${key}”`
    case 'unplanned-property':
      return `Do not send ${name}`
    case 'required':
      return `Send ${name}${types === '' ? '' : ` (${types})`}`
    case 'invalid-type':
      return `Send ${name} as ${types || 'planned'}`
    default:
      return `Send ${name} as planned: ${message}`
  }
}
