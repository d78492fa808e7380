/** One thing that Segment does when it judges a call. */
export type SegmentBehaviour = {
  readonly id: string
  readonly title: string
  /** In our own words. */
  readonly says: string
  /** Page of Segment's public documentation, or what else it was learnt from. */
  readonly source: string
  /** Whether Segment says so, or it follows from what can be seen. */
  readonly evidence: 'documented' | 'inferred'
}

/**
 * What `compilePlan` takes from Segment, each with where it stands. `segment-behaviour.cases.ts` holds a call for each,
 * and docs/twin.md is written from this list.
 */
export const segmentBehaviours = [
  {
    id: 'names-match-exactly',
    title: 'Names match exactly',
    says: 'A track call belongs to the rule of its event only when case, spaces and spelling are the same.',
    source: 'protocols/tracking-plan/create',
    evidence: 'documented',
  },
  {
    id: 'page-by-name',
    title: 'Pages and screens go by their name',
    says: 'Page and screen calls are told apart by `name`; one without a rule of its own is judged by the rule without a key.',
    source: 'protocols/tracking-plan/create; protocols/validate/forward-violations',
    evidence: 'inferred',
  },
  {
    id: 'event-version-chosen',
    title: 'A call may say which version it follows',
    says: 'An integer in `context.protocols.event_version` picks that version of the event.',
    source: 'protocols/tracking-plan/best-practices (event versioning)',
    evidence: 'documented',
  },
  {
    id: 'event-version-oldest',
    title: 'Without a usable version the oldest judges',
    says: 'A version that is missing, no integer, or not in the plan means the oldest version of the event.',
    source: 'protocols/tracking-plan/best-practices (event versioning)',
    evidence: 'documented',
  },
  {
    id: 'unplanned-event',
    title: 'An event without a rule is unplanned',
    says: 'A track call whose event is not in the plan is unplanned; its properties are not told one by one.',
    source: 'protocols/enforce/schema-configuration (unplanned track events)',
    evidence: 'documented',
  },
  {
    id: 'unplanned-names',
    title: 'A name that the rule does not hold is unplanned',
    says: 'Properties and traits that the rule does not name are unplanned, though an open JSON Schema would take them; nested ones are where the rule names what the object or the items hold.',
    source: 'protocols/enforce/schema-configuration (unplanned properties and traits)',
    evidence: 'documented',
  },
  {
    id: 'whole-call-is-judged',
    title: 'The schema describes the whole call',
    says: 'A rule describes `properties`, `traits` and `context` of a call, not the properties alone.',
    source: 'protocols/tracking-plan/create (edit underlying JSON schema)',
    evidence: 'documented',
  },
  {
    id: 'patterns-are-re2',
    title: 'Patterns are RE2',
    says: 'Patterns are read as RE2 does. One with a look-around or a back-reference cannot be judged and judges nothing.',
    source:
      'protocols/tracking-plan/create (regular expressions); the words of its violations are those of xeipuuv/gojsonschema',
    evidence: 'inferred',
  },
  {
    id: 'common-rule-last',
    title: 'The common rule judges last',
    says: 'The common JSON Schema judges every track, identify, group, page and screen call, after the rule of the call.',
    source: 'protocols/enforce/schema-configuration (advanced blocking controls)',
    evidence: 'documented',
  },
  {
    id: 'blocked-before-common',
    title: 'What was blocked is not judged again',
    says: 'An event that the settings block, because it is unplanned or breaks its rule, does not reach the common rule.',
    source: 'protocols/enforce/schema-configuration (advanced blocking controls)',
    evidence: 'documented',
  },
  {
    id: 'omitted-before-common',
    title: 'What was taken away is not judged again',
    says: 'Unplanned properties, and properties that break the rule, are gone before the common rule looks where the settings omit them.',
    source: 'protocols/enforce/schema-configuration (advanced blocking controls)',
    evidence: 'documented',
  },
  {
    id: 'all-unplanned-before-common',
    title: 'A plan of the common rule alone sees empty calls',
    says: 'Where the plan holds a common rule only and the settings omit what is unplanned, every property and trait is gone before the common rule looks.',
    source: 'protocols/faq (common JSON schema)',
    evidence: 'documented',
  },
  {
    id: 'traits-settings-apart',
    title: 'Traits have settings of their own',
    says: 'For identify and group calls the settings of that kind count: unplanned traits, and traits that break the rule.',
    source: 'Public API, schema settings of a source',
    evidence: 'documented',
  },
  {
    id: 'page-has-no-settings',
    title: 'Nothing is taken from pages and screens',
    says: 'There are no settings for page and screen calls, so they reach the common rule as they were sent.',
    source: 'Public API, schema settings of a source',
    evidence: 'documented',
  },
  {
    id: 'alias-is-not-judged',
    title: 'Alias calls are not judged',
    says: 'A plan has no rule for alias, and the common rule does not judge it.',
    source: 'protocols/tracking-plan/create',
    evidence: 'inferred',
  },
] as const satisfies readonly SegmentBehaviour[]

export type SegmentBehaviourId = (typeof segmentBehaviours)[number]['id']
