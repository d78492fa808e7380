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

/** Takes the rules one by one, so that they may be looked at while they come. */
export const lintedPlan = (linted: Iterable<LintedRule>): LintedPlan => {
  const rules: LintedRule[] = []
  const properties: PlannedProperty[] = []
  const names = new Map<string, number>()
  for (const rule of linted) {
    rules.push(rule)
    for (const property of rule.properties) {
      properties.push(property)
      names.set(property.name, (names.get(property.name) ?? 0) + 1)
    }
  }
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
