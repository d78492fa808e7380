import { ruleIdOf, ruleKey } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const eventWithoutProperties: LintRule = {
  id: 'event-without-properties',
  title: 'Every event carries something',
  why: 'Without properties an event can be counted and nothing else.',
  check: ({ events, properties }, found) => {
    const carrying = new Set([...new Set(properties.map(({ rule }) => rule))].map(ruleKey))
    return events
      .filter((rule) => !carrying.has(ruleKey(rule)))
      .map((event) =>
        found(
          { rule: ruleIdOf(event) },
          `"${event.key}" plans no properties. Plan what people will want to know of it.`,
        ),
      )
  },
}
