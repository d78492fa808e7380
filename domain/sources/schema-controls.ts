/** A kind of bad data, and the call it stands in, that Segment has a setting for, or has none for. */
export type SchemaControl = {
  readonly call: 'track' | 'identify' | 'group' | 'page' | 'screen'
  readonly bad: 'unplanned-event' | 'unplanned-names' | 'schema' | 'common-schema'
}

export type Choice = 'allow' | 'block' | 'omit'

/**
 * Every setting there is, in the order in which Segment applies them, then the calls that have none (Segment Public
 * API: no settings exist for page and screen calls).
 */
export const schemaControls: readonly SchemaControl[] = [
  { call: 'track', bad: 'unplanned-event' },
  { call: 'track', bad: 'unplanned-names' },
  { call: 'track', bad: 'schema' },
  { call: 'track', bad: 'common-schema' },
  { call: 'identify', bad: 'unplanned-names' },
  { call: 'identify', bad: 'schema' },
  { call: 'identify', bad: 'common-schema' },
  { call: 'group', bad: 'unplanned-names' },
  { call: 'group', bad: 'schema' },
  { call: 'group', bad: 'common-schema' },
  { call: 'page', bad: 'schema' },
  { call: 'screen', bad: 'schema' },
]

/** What a source is set to do. Absent settings allow; null where Segment has no setting for it. */
export const choiceOf = (
  { call, bad }: SchemaControl,
  settings: Readonly<Record<string, unknown>>,
): Choice | null => {
  if (call === 'page' || call === 'screen') return null
  const given = settings[call]
  const of: Readonly<Record<string, unknown>> =
    typeof given === 'object' && given !== null ? { ...given } : {}
  if (bad === 'common-schema') return commonChoice(of.commonEventOnViolations)
  if (call !== 'track') {
    const word = bad === 'schema' ? 'allowTraitsOnViolations' : 'allowUnplannedTraits'
    return of[word] === false ? 'omit' : 'allow'
  }
  if (bad === 'unplanned-event') return of.allowUnplannedEvents === false ? 'block' : 'allow'
  if (bad === 'unplanned-names') return of.allowUnplannedEventProperties === false ? 'omit' : 'allow'
  if (of.allowEventOnViolations === false) return 'block'
  return of.allowPropertiesOnViolations === false ? 'omit' : 'allow'
}

const commonChoice = (word: unknown): Choice => {
  if (word === 'BLOCK') return 'block'
  return word === 'OMIT_PROPERTIES' || word === 'OMIT_TRAITS' ? 'omit' : 'allow'
}
