import type { RuleId } from '../../plan/rule'
import type { LintRule } from '../lint-rule'

export const tooManyProperties: LintRule = {
  id: 'too-many-properties',
  title: 'No event has more properties than anybody fills in',
  why: 'Beyond a hundred nobody keeps them right, and a call has to stay below 32 kB.',
  check: ({ properties }, found) => {
    const counts = new Map<RuleId, number>()
    for (const { rule } of properties) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    return [...counts]
      .filter(([, count]) => count > most)
      .map(([rule, count]) =>
        found(
          { rule },
          `${count} properties are planned. Keep those that somebody reads, or split the event.`,
        ),
      )
  },
}

const most = 100
