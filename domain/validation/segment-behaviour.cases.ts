import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule, RuleType } from '../plan/rule'
import type { ProtocolSettings } from './protocol-settings'
import type { SegmentBehaviourId } from './segment-behaviours.cases'

export type BehaviourCase = {
  readonly when: string
  readonly rules: readonly Rule[]
  readonly sent: Json
  readonly settings?: ProtocolSettings
  /** Type, pointer, and the rule's version where it is not 1. */
  readonly found: readonly string[]
}

type Names = { readonly [name: string]: Json }

const rule = (type: RuleType, key: string | null, section: Names, version = 1, more: Names = {}): Rule => {
  const name = type === 'IDENTIFY' || type === 'GROUP' ? 'traits' : 'properties'
  return aRule(
    key,
    JSON.stringify({ properties: { [name]: { type: 'object', properties: section, ...more } } }),
    type,
    version,
  )
}

const seat = rule('TRACK', 'Seat', { row: { type: 'string' } })
const seatTwo = rule('TRACK', 'Seat', { row: { type: 'integer' } }, 2)
const common = (needs: string, section = 'properties'): Rule =>
  aRule(null, JSON.stringify({ properties: { [section]: { required: [needs] } } }), 'COMMON')

const track = (event: string, properties: Json, more: Names = {}): Json => ({
  type: 'track',
  event,
  properties,
  ...more,
})
const asking = (event_version: Json): Names => ({ context: { protocols: { event_version } } })

/** One call at least for each behaviour; the compiler asks for them. */
export const behaviourCases: Readonly<
  Record<SegmentBehaviourId, readonly [BehaviourCase, ...BehaviourCase[]]>
> = {
  'names-match-exactly': [
    { when: 'the name is the same', rules: [seat], sent: track('Seat', {}), found: [] },
    {
      when: 'the case differs',
      rules: [seat],
      sent: track('seat', {}),
      found: ['unplanned-event /event'],
    },
    {
      when: 'a space follows',
      rules: [seat],
      sent: track('Seat ', {}),
      found: ['unplanned-event /event'],
    },
  ],
  'page-by-name': [
    {
      when: 'two pages have rules and the call names one',
      rules: [rule('PAGE', 'Home', { a: {} }), rule('PAGE', null, { b: {} })],
      sent: { type: 'page', name: 'Home', properties: { b: 1 } },
      found: ['unplanned-property /properties/b'],
    },
    {
      when: 'the page has no rule of its own',
      rules: [rule('PAGE', 'Home', { a: {} }), rule('PAGE', null, { b: {} })],
      sent: { type: 'page', name: 'Cart', properties: { a: 1 } },
      found: ['unplanned-property /properties/a'],
    },
  ],
  'event-version-chosen': [
    {
      when: 'the call asks for version 2',
      rules: [seat, seatTwo],
      sent: track('Seat', { row: 'A' }, asking(2)),
      found: ['invalid-type /properties/row v2'],
    },
  ],
  'event-version-oldest': [
    ...([undefined, '2', 2.5, 9, null] as const).map(
      (version): BehaviourCase => ({
        when: `the call asks for ${version === undefined ? 'none' : JSON.stringify(version)}`,
        rules: [seatTwo, seat],
        sent: track('Seat', { row: 1 }, version === undefined ? {} : asking(version)),
        found: ['invalid-type /properties/row'],
      }),
    ),
  ] as [BehaviourCase, ...BehaviourCase[]],
  'unplanned-event': [
    {
      when: 'nobody planned the event, whatever it holds',
      rules: [seat],
      sent: track('Table', { a: 1, b: 2 }),
      found: ['unplanned-event /event'],
    },
  ],
  'unplanned-names': [
    {
      when: 'the schema is open',
      rules: [seat],
      sent: track('Seat', { row: 'A', colour: 'red' }),
      found: ['unplanned-property /properties/colour'],
    },
    {
      when: 'the name is in the items of a list',
      rules: [rule('TRACK', 'Seat', { seats: { items: { properties: { row: {} } } } })],
      sent: track('Seat', { seats: [{ row: 1 }, { colour: 'red' }] }),
      found: ['unplanned-property /properties/seats/*/colour'],
    },
    {
      when: 'a trait is not planned',
      rules: [rule('IDENTIFY', null, { plan: {} })],
      sent: { type: 'identify', traits: { age: 4 } },
      found: ['unplanned-property /traits/age'],
    },
  ],
  'whole-call-is-judged': [
    {
      when: 'the rule says something of the context',
      rules: [aRule('Seat', '{"properties":{"context":{"required":["app"]},"properties":{}}}')],
      sent: track('Seat', {}, { context: {} }),
      found: ['required /context/app'],
    },
  ],
  'patterns-are-re2': [
    {
      when: 'the pattern looks ahead',
      rules: [rule('TRACK', 'Seat', { row: { pattern: '^(?!x)' } })],
      sent: track('Seat', { row: 'x' }),
      found: [],
    },
    {
      when: 'the pattern is one',
      rules: [rule('TRACK', 'Seat', { row: { pattern: '^[A-F]$' } })],
      sent: track('Seat', { row: 'x' }),
      found: ['pattern /properties/row'],
    },
  ],
  'common-rule-last': [
    {
      when: 'both rules are broken',
      rules: [common('city'), seat],
      sent: track('Seat', { row: 1 }),
      found: ['invalid-type /properties/row', 'required /properties/city'],
    },
    {
      when: 'it is a screen',
      rules: [common('city')],
      sent: { type: 'screen', name: 'Home', properties: {} },
      found: ['required /properties/city'],
    },
  ],
  'blocked-before-common': [
    {
      when: 'unplanned events are blocked',
      rules: [common('city'), seat],
      settings: { track: { allowUnplannedEvents: false } },
      sent: track('Table', {}),
      found: ['unplanned-event /event'],
    },
    {
      when: 'events that break their rule are blocked',
      rules: [common('city'), seat],
      settings: { track: { allowEventOnViolations: false } },
      sent: track('Seat', { row: 1 }),
      found: ['invalid-type /properties/row'],
    },
    {
      when: 'an unplanned property is no reason to block',
      rules: [common('city'), seat],
      settings: { track: { allowEventOnViolations: false } },
      sent: track('Seat', { colour: 1 }),
      found: ['unplanned-property /properties/colour', 'required /properties/city'],
    },
  ],
  'omitted-before-common': [
    {
      when: 'unplanned properties are omitted',
      rules: [common('colour'), seat],
      settings: { track: { allowUnplannedEventProperties: false } },
      sent: track('Seat', { colour: 1 }),
      found: ['unplanned-property /properties/colour', 'required /properties/colour'],
    },
    {
      when: 'properties that break the rule are omitted',
      rules: [common('row'), seat],
      settings: { track: { allowPropertiesOnViolations: false } },
      sent: track('Seat', { row: 1 }),
      found: ['invalid-type /properties/row', 'required /properties/row'],
    },
    {
      when: 'they are allowed',
      rules: [common('row'), seat],
      sent: track('Seat', { row: 1 }),
      found: ['invalid-type /properties/row'],
    },
  ],
  'all-unplanned-before-common': [
    {
      when: 'the common rule limits a property',
      rules: [
        aRule(null, '{"properties":{"properties":{"properties":{"row":{"type":"string"}}}}}', 'COMMON'),
      ],
      settings: { track: { allowUnplannedEventProperties: false } },
      sent: track('Seat', { row: 1 }),
      found: ['unplanned-event /event'],
    },
    {
      when: 'the common rule limits a trait',
      rules: [aRule(null, '{"properties":{"traits":{"properties":{"age":{"type":"string"}}}}}', 'COMMON')],
      settings: { identify: { allowUnplannedTraits: false } },
      sent: { type: 'identify', traits: { age: 1 } },
      found: [],
    },
  ],
  'traits-settings-apart': [
    {
      when: 'traits that break the rule are omitted for identify',
      rules: [common('plan', 'traits'), rule('IDENTIFY', null, { plan: { type: 'string' } })],
      settings: {
        track: { allowPropertiesOnViolations: true },
        identify: { allowTraitsOnViolations: false },
      },
      sent: { type: 'identify', traits: { plan: 1 } },
      found: ['invalid-type /traits/plan', 'required /traits/plan'],
    },
    {
      when: 'they are for group only',
      rules: [common('plan', 'traits'), rule('IDENTIFY', null, { plan: { type: 'string' } })],
      settings: { track: { allowPropertiesOnViolations: false }, group: { allowTraitsOnViolations: false } },
      sent: { type: 'identify', traits: { plan: 1 } },
      found: ['invalid-type /traits/plan'],
    },
  ],
  'page-has-no-settings': [
    {
      when: 'the settings of track calls omit everything',
      rules: [common('title'), rule('PAGE', 'Home', { a: {} })],
      settings: {
        track: { allowUnplannedEventProperties: false, allowEventOnViolations: false },
      },
      sent: { type: 'page', name: 'Home', properties: { title: 'x' } },
      found: ['unplanned-property /properties/title'],
    },
  ],
  'alias-is-not-judged': [
    {
      when: 'the common rule would be broken',
      rules: [common('city')],
      sent: { type: 'alias', userId: 'a', previousId: 'b' },
      found: [],
    },
  ],
}
