import { isJsonObject } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const missingOwner: LintRule = {
  id: 'missing-owner',
  title: 'Every event has an owner where some have',
  why: 'A question or a violation has to find its people.',
  severity: 'info',
  check: ({ events }) =>
    events.some(hasOwner)
      ? events
          .filter((rule) => !hasOwner(rule))
          .map((rule) => ({
            rule: ruleIdOf(rule),
            message: `"${rule.key}" has no owner or team among its labels`,
          }))
      : [],
}

const hasOwner = ({ jsonSchema }: Rule): boolean => {
  const labels = isJsonObject(jsonSchema) ? jsonSchema.labels : undefined
  return isJsonObject(labels) && Object.keys(labels).some((name) => /^(owner|team)s?$/i.test(name))
}
