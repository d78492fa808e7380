import type { Rule } from '../plan/rule'
import type { LintedRule, PlannedProperty } from './linted-rule'

/** The rules of a plan beside each other. Each name is asked about once. */
export type LintedPlan = {
  readonly rules: readonly LintedRule[]
  /** The track rules, since names and styles are theirs. */
  readonly events: readonly (Rule & { readonly key: string })[]
  readonly properties: readonly PlannedProperty[]
  /** The names of all of them, with how many have each. */
  readonly names: ReadonlyMap<string, number>
  readonly propertiesNamed: (isMeant: (name: string) => boolean) => readonly PlannedProperty[]
}

export const lintedPlan = (rules: readonly LintedRule[]): LintedPlan => {
  const properties = rules.flatMap((rule) => rule.properties)
  const names = new Map<string, number>()
  for (const { name } of properties) names.set(name, (names.get(name) ?? 0) + 1)
  return {
    rules,
    events: rules.map(({ rule }) => rule).filter(isEvent),
    properties,
    names,
    propertiesNamed: (isMeant) => {
      const meant = new Set([...names.keys()].filter(isMeant))
      return meant.size === 0 ? [] : properties.filter(({ name }) => meant.has(name))
    },
  }
}

export const isEvent = (rule: Rule): rule is Rule & { readonly key: string } =>
  rule.type === 'TRACK' && rule.key !== null
