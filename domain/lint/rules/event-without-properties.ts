import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const eventWithoutProperties: LintRule = {
  id: 'event-without-properties',
  title: 'Every event carries something',
  why: 'Without properties an event can be counted and nothing else.',
  severity: 'info',
  check: ({ events, properties }) => {
    const carrying = new Set(properties.map(({ rule }) => `${rule.version} ${rule.key}`))
    return events
      .filter(({ key, version }) => !carrying.has(`${version} ${key}`))
      .map((rule) => ({ rule: ruleIdOf(rule), message: `"${rule.key}" plans no properties` }))
  },
}
