/**
 * Why Segment kept an event out at its source, in words. Segment delivery overview, filtered at source: these five
 * codes belong to Protocols and schema controls; anything else is shown as Segment spells it.
 */
const words: Readonly<Record<string, string>> = {
  schema_violation: 'broke the rule of the event',
  common_schema_violation: 'broke the common rule',
  unplanned: 'not in the plan',
  unplanned_and_schema_violation: 'not in the plan, and broke a rule',
  event_setting: 'turned off in the schema of the source',
}

export const discardWords = (reason: string): string => words[reason] ?? reason

/** Reasons that come with a violation: only of these does Segment report one. */
const reported = new Set(['schema_violation', 'common_schema_violation', 'unplanned_and_schema_violation'])

export const isReported = (reason: string): boolean => reported.has(reason)
