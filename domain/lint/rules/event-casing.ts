import { ruleIdOf } from '../../plan/rule-id'
import { fitsCasing, usualCasing } from '../../plan/words'
import type { LintRule } from '../lint-rule'

export const eventCasing: LintRule = {
  id: 'event-casing',
  title: 'Events are written in one way',
  why: 'Names are matched letter by letter, so another way of writing is another event.',
  check: ({ events }, found) => {
    const usual = usualCasing(new Map(events.map(({ key }) => [key, 1])))
    if (usual === undefined) return []
    return events
      .filter(({ key }) => !fitsCasing(key, usual))
      .map((event) =>
        found({ rule: ruleIdOf(event) }, `"${event.key}" is not in ${usual}, as most events are.`),
      )
  },
}
