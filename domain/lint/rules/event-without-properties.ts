import type { LintRule } from '../lint-rule'
import { isEvent } from '../linted-plan'

export const eventWithoutProperties: LintRule = {
  id: 'event-without-properties',
  title: 'Every event carries something',
  why: 'Without properties an event can be counted and nothing else.',
  checkEach:
    () =>
    ({ rule, id, properties }, found) => {
      if (!isEvent(rule) || properties.length > 0) return []
      return [
        found({ rule: id }, `"${rule.key}" plans no properties. Plan what people will want to know of it.`),
      ]
    },
}
