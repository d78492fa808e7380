import { ruleIdOf } from '../../plan/rule-id'
import { grouped } from '../grouped'
import type { LintRule } from '../lint-rule'
import { sameness } from '../words'

export const nearDuplicateEvents: LintRule = {
  id: 'near-duplicate-event',
  title: 'No two events have nearly the same name',
  why: 'Names are matched letter by letter: half of the calls will land on the wrong one.',
  severity: 'warning',
  check: ({ events }) => {
    const byName = [...grouped(events, ({ key }) => key).values()].flatMap(([first]) => first ?? [])
    const alike = [...grouped(byName, ({ key }) => sameness(key)).values()].filter(
      (group) => group.length > 1,
    )
    return alike.flatMap((group) =>
      group.map((rule) => ({
        rule: ruleIdOf(rule),
        message: `"${rule.key}" is nearly ${group
          .filter((other) => other !== rule)
          .map(({ key }) => `"${key}"`)
          .join(', ')}`,
      })),
    )
  },
}
