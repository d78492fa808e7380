import type { EnforcementRow } from './enforcement'
import type { DestinationFacts, SourceFacts } from './source-facts'

type Expected = Pick<EnforcementRow, 'call' | 'bad' | 'choice'> & {
  readonly sentence?: RegExp
  readonly exceptions?: readonly RegExp[]
}

export type EnforcementCase = {
  /** What is checked, and the passage of Segment's documentation it rests on. */
  readonly when: string
  readonly source: Partial<SourceFacts>
  readonly expected: Expected
}

const cloud: DestinationFacts = { name: 'Amplitude', enabled: true, mode: 'cloud' }
const device: DestinationFacts = { name: 'Firebase', enabled: true, mode: 'device' }
const either: DestinationFacts = { name: 'Mixpanel', enabled: true, mode: 'either' }

export const enforcementCases: readonly EnforcementCase[] = [
  {
    when: 'settings that are absent allow (Public API, source settings: every field is optional)',
    source: { settings: {} },
    expected: { call: 'track', bad: 'unplanned-event', choice: 'allow', sentence: /pass/, exceptions: [] },
  },
  {
    when: 'unplanned events are blocked on the web in device and cloud mode (Protocols, enforcement: all Analytics.js destinations)',
    source: {
      platform: 'web',
      destinations: [cloud, device],
      settings: { track: { allowUnplannedEvents: false } },
    },
    expected: { call: 'track', bad: 'unplanned-event', choice: 'block', exceptions: [] },
  },
  {
    when: 'mobile device mode is never blocked (Protocols, enforcement)',
    source: {
      platform: 'mobile',
      destinations: [cloud, device],
      settings: { track: { allowUnplannedEvents: false } },
    },
    expected: {
      call: 'track',
      bad: 'unplanned-event',
      choice: 'block',
      exceptions: [/^Firebase is in device mode and gets the event all the same\.$/],
    },
  },
  {
    when: 'a destination whose mode the API does not tell may be out of reach (Public API, DestinationV1: no connection mode)',
    source: {
      platform: 'mobile',
      destinations: [either],
      settings: { track: { allowUnplannedEvents: false } },
    },
    expected: {
      call: 'track',
      bad: 'unplanned-event',
      choice: 'block',
      exceptions: [/Mixpanel gets the event all the same if it is set to device mode/],
    },
  },
  {
    when: 'a destination that is off gets nothing',
    source: {
      platform: 'mobile',
      destinations: [{ ...device, enabled: false }],
      settings: { track: { allowUnplannedEvents: false } },
    },
    expected: {
      call: 'track',
      bad: 'unplanned-event',
      choice: 'block',
      exceptions: [/^A destination in device mode on a phone would/],
    },
  },
  {
    when: 'unplanned properties are taken away in cloud mode only, on the web too (Protocols, enforcement)',
    source: {
      platform: 'web',
      destinations: [cloud, device],
      settings: { track: { allowUnplannedEventProperties: false } },
    },
    expected: {
      call: 'track',
      bad: 'unplanned-names',
      choice: 'omit',
      sentence: /names that were taken away travel in the payload/,
      exceptions: [/^Firebase is in device mode and gets it whole\.$/],
    },
  },
  {
    when: 'a schema violation that blocks wins over one that omits (Public API: allowEventOnViolations false blocks)',
    source: {
      settings: { track: { allowEventOnViolations: false, allowPropertiesOnViolations: false } },
    },
    expected: { call: 'track', bad: 'schema', choice: 'block', sentence: /gone for good/ },
  },
  {
    when: 'a schema violation that omits (Public API: allowPropertiesOnViolations false)',
    source: { settings: { track: { allowPropertiesOnViolations: false } } },
    expected: { call: 'track', bad: 'schema', choice: 'omit', sentence: /lose the properties/ },
  },
  {
    when: 'a schema violation is blocked in cloud mode only (Protocols, enforcement)',
    source: {
      platform: 'web',
      destinations: [device],
      settings: { track: { allowEventOnViolations: false } },
    },
    expected: { call: 'track', bad: 'schema', choice: 'block', exceptions: [/^Firebase/] },
  },
  {
    when: 'blocked events are kept where they are forwarded (Protocols: dropped for good unless forwarded)',
    source: {
      settings: { track: { allowUnplannedEvents: false }, forwardingBlockedEventsTo: 'src' },
    },
    expected: {
      call: 'track',
      bad: 'unplanned-event',
      choice: 'block',
      sentence: /sent on to another source/,
    },
  },
  {
    when: 'unplanned traits of identify calls are taken away in cloud mode only (Protocols, enforcement)',
    source: {
      platform: 'web',
      destinations: [device],
      settings: { identify: { allowUnplannedTraits: false } },
    },
    expected: {
      call: 'identify',
      bad: 'unplanned-names',
      choice: 'omit',
      sentence: /lose the traits/,
      exceptions: [/^Firebase/],
    },
  },
  {
    when: 'traits that break the rule of a group call (Public API: allowTraitsOnViolations)',
    source: { settings: { group: { allowTraitsOnViolations: false } } },
    expected: {
      call: 'group',
      bad: 'schema',
      choice: 'omit',
      sentence: /^Group calls that break their rule/,
    },
  },
  {
    when: 'the common rule blocks (Public API: commonEventOnViolations BLOCK)',
    source: { settings: { track: { commonEventOnViolations: 'BLOCK' } } },
    expected: { call: 'track', bad: 'common-schema', choice: 'block' },
  },
  {
    when: 'the common rule takes traits away (Public API: OMIT_TRAITS)',
    source: { settings: { identify: { commonEventOnViolations: 'OMIT_TRAITS' } } },
    expected: { call: 'identify', bad: 'common-schema', choice: 'omit' },
  },
  {
    when: 'a server has cloud mode only, so nothing gets around (Protocols, enforcement)',
    source: {
      platform: 'server',
      destinations: [either],
      settings: { track: { allowEventOnViolations: false } },
    },
    expected: { call: 'track', bad: 'schema', choice: 'block', exceptions: [] },
  },
  {
    when: 'page calls have no settings (Public API)',
    source: { settings: { track: { allowEventOnViolations: false } } },
    expected: {
      call: 'page',
      bad: 'schema',
      choice: null,
      sentence: /no setting for page calls/,
      exceptions: [],
    },
  },
  {
    when: 'screen calls have no settings (Public API)',
    source: { settings: {} },
    expected: { call: 'screen', bad: 'schema', choice: null, sentence: /always pass/ },
  },
]
