import { impactRule } from '../impact-rule'
import { nothingNew, safe, unknown } from '../opinions'

export const eventAdded = impactRule({
  id: 'event-added',
  judges: 'rule-added',
  title: 'An event was added',
  why: 'Calls by this name were unplanned until now.',
  levels: { senders: ['safe'], readers: ['safe'] },
  when: ({ rule }) => rule.key !== null,
  senders: () => safe('Nobody who followed the plan sent this event.'),
  readers: () => nothingNew,
})

export const sharedRuleAdded = impactRule({
  id: 'shared-rule-added',
  judges: 'rule-added',
  title: 'A rule for many calls was added',
  why: 'A common rule, or one for traits, judges calls that were free until now.',
  levels: { senders: ['unknown'], readers: ['safe'] },
  when: ({ rule }) => rule.key === null,
  senders: () => unknown('Calls that no rule judged are judged by this one now.'),
  readers: () => nothingNew,
})
