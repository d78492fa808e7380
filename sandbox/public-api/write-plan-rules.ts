import type { RuleInput } from '@/sandbox/public-api/rule-input'
import { badRequest, conflict } from '@/sandbox/public-api/segment-error'
import { neverDeprecated, type Rule, type RuleIdentity, sameRule } from '@/sandbox/world/rule'

const mostRulesForReplace = 200

const written = (input: RuleInput, known: Rule | undefined, at: string): Rule => {
  const { newKey, ...rule } = input
  return {
    ...rule,
    ...(newKey !== undefined && { key: newKey }),
    createdAt: known?.createdAt ?? at,
    updatedAt: at,
    deprecatedAt: known?.deprecatedAt ?? neverDeprecated,
  }
}

/** PATCH: each rule in turn takes the place of the one with its identity, or comes last. `newKey` renames. */
export const upsertRules = (rules: Rule[], inputs: RuleInput[], at: string): Rule[] => {
  const all = [...rules]
  for (const input of inputs) {
    const index = all.findIndex((rule) => sameRule(rule, input))
    const next = written(input, all[index], at)
    if (all.some((rule, other) => other !== index && sameRule(rule, next)))
      throw conflict(`A rule with key "${next.key}" already exists`)
    all[index < 0 ? all.length : index] = next
  }
  return all
}

/** PUT: the whole set. Segment refuses once a plan holds more than 200. */
export const replaceRules = (rules: Rule[], inputs: RuleInput[], at: string): Rule[] => {
  if (rules.length > mostRulesForReplace)
    throw badRequest(
      `Tracking plan has more than ${mostRulesForReplace} rules and cannot be replaced. Use the DELETE and PATCH endpoints instead`,
    )
  return inputs.reduce<Rule[]>((all, input) => {
    const next = written(
      input,
      rules.find((rule) => sameRule(rule, input)),
      at,
    )
    return [...all.filter((rule) => !sameRule(rule, next)), next]
  }, [])
}

/** DELETE: unknown identities are passed over. */
export const removeRules = (rules: Rule[], identities: RuleIdentity[]): Rule[] =>
  rules.filter((rule) => !identities.some((identity) => sameRule(rule, identity)))
