import { isJsonObject } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const missingOwner: LintRule = {
  id: 'missing-owner',
  title: 'Every event has an owner where some have',
  why: 'A question or a violation has to find its people.',
  check: ({ events }, found) =>
    events.some(hasOwner)
      ? events
          .filter((rule) => !hasOwner(rule))
          .map((event) =>
            found(
              { rule: ruleIdOf(event) },
              `"${event.key}" has no owner. Name one by a label such as owner or team.`,
            ),
          )
      : [],
}

const hasOwner = ({ jsonSchema }: Rule): boolean => {
  const labels = isJsonObject(jsonSchema) ? jsonSchema.labels : undefined
  return (
    isJsonObject(labels) &&
    Object.entries(labels).some(
      ([name, value]) =>
        /^(owner|owning team|team|squad)s?$/i.test(name.trim()) && String(value).trim() !== '',
    )
  )
}
