import { ruleIdOf } from '../../plan/rule-id'
import type { LintRule } from '../lint-rule'

export const dynamicEventNames: LintRule = {
  id: 'dynamic-event-name',
  title: 'No event carries a value in its name',
  why: 'An id, number, date or address in a name makes an event for each value; it belongs into a property.',
  severity: 'warning',
  check: ({ events }) =>
    events
      .filter(({ key }) => dynamicPart.test(key))
      .map((rule) => ({
        rule: ruleIdOf(rule),
        message: `"${rule.key}" carries a value in its name: ${dynamicPart.exec(rule.key)?.[0]}`,
      })),
}

const dynamicPart =
  /:\/\/\S*|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]+|\d{4}-\d{2}(-\d{2})?|\d{3,}|\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,}\b|["“'«][^"”'»]+["”'»]|[{<$][^}>]*[}>]/i
