import { impactRule } from '../impact-rule'
import { breaking, safe } from '../opinions'

export const eventRemoved = impactRule({
  id: 'event-removed',
  judges: 'rule-removed',
  title: 'An event was taken out of the plan',
  why: 'Who sends it sends something unplanned, and who reads it may wait in vain.',
  levels: { senders: ['breaking'], readers: ['breaking'] },
  when: ({ rule }) => rule.key !== null,
  senders: () => breaking('The event becomes unplanned; sources that block unplanned events drop it.'),
  readers: () => breaking('The event may stay away.'),
})

export const sharedRuleRemoved = impactRule({
  id: 'shared-rule-removed',
  judges: 'rule-removed',
  title: 'A rule for many calls was taken out of the plan',
  why: 'What the rule promised about every call is promised no longer.',
  levels: { senders: ['safe'], readers: ['breaking'] },
  when: ({ rule }) => rule.key === null,
  senders: () => safe('Calls that this rule judged are no longer judged by it.'),
  readers: () => breaking('What the rule promised is no longer promised.'),
})
