import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'
import { casingOf, tellsCasing, usualCasing } from '../words'

export const eventCasing: LintRule = {
  id: 'event-casing',
  title: 'Events are written in one way',
  why: 'Names are matched letter by letter, so another way of writing is another event.',
  severity: 'warning',
  check: ({ events }) => {
    const usual = usualCasing(events.map(({ key }) => key))
    return events
      .filter(({ key }) => usual !== undefined && tellsCasing(key) && casingOf(key) !== usual)
      .map((rule) => ({
        rule: ruleIdOf(rule),
        message: `"${rule.key}" is not in ${usual}, as most events are`,
      }))
  },
}
