import type { ViolationType } from '../plan/violation-types'
import { placeWords } from '../violations/place-words'
import type { AlertKind } from './alert-kind'

/** The violation that an alert is about. It holds no value of any call, so that nothing personal goes out. */
export type AlertedViolation = {
  readonly id: string
  readonly plan: { readonly id: string; readonly name: string }
  readonly rule: { readonly type: string; readonly key: string | null; readonly version: number | null }
  readonly pointer: string
  readonly type: ViolationType
  readonly status: string
  readonly count: number
  readonly firstSeen: string
  readonly lastSeen: string
  readonly sources: readonly { readonly id: string; readonly name: string }[]
  readonly appVersions: readonly string[]
  readonly assignee: string | null
  /** A call that broke it, by the id under which its source knows it. */
  readonly sample: { readonly messageId: string; readonly at: string; readonly source: string } | null
}

/** Events that a source has begun to block. */
export type BlockedEvents = {
  readonly source: { readonly id: string; readonly name: string }
  readonly hour: string
  readonly count: number
}

/** What an alert says; everything that is sent is made from it. `id` is the same at every try. */
export type AlertMessage = {
  readonly id: string
  readonly kind: AlertKind | 'test'
  /** When it happened, ISO 8601 in UTC. */
  readonly at: string
  readonly title: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** The page about it. */
  readonly link: string
  /** The name of the rule that sends it. */
  readonly rule: string
  readonly violation: AlertedViolation | null
  readonly blocked: BlockedEvents | null
}

type Words = Pick<AlertMessage, 'title' | 'facts'>

/** "total is missing in Order Completed". */
export const whatBroke = ({
  type,
  pointer,
  rule,
}: Pick<AlertedViolation, 'type' | 'pointer' | 'rule'>): string => {
  const event = rule.key ?? rule.type
  if (type === 'unplanned-event') return `${event} is not in the plan`
  const place = placeWords(pointer)
  return `${place === '' ? 'The call' : place} ${broken[type]} in ${event}`
}

const broken: Readonly<Record<Exclude<ViolationType, 'unplanned-event'>, string>> = {
  required: 'is missing',
  'invalid-type': 'has another type than planned',
  enum: 'has a value that is not on the list',
  pattern: 'does not match its pattern',
  format: 'does not have its format',
  range: 'is out of range',
  length: 'is too short or too long',
  items: 'does not have the items that are planned',
  combination: 'fits none of the combinations that are planned',
  'unplanned-property': 'is not planned',
  other: 'is not as planned',
}

/** The words for a violation. `spike` says what the hour is measured against. */
export const violationWords = (
  kind: Exclude<AlertKind, 'blocked'>,
  violation: AlertedViolation,
  spike: { readonly hour: string; readonly count: number; readonly busiest: number } | null = null,
): Words => ({
  title: `${beginnings[kind]}: ${whatBroke(violation)}`,
  facts: [
    ...(spike === null
      ? []
      : [
          {
            name: 'How often',
            value: `${spike.count} in the hour from ${utc(spike.hour)}; at most ${spike.busiest} in any hour of the seven days before`,
          },
        ]),
    { name: 'Plan', value: violation.plan.name },
    { name: 'Since', value: utc(violation.firstSeen) },
    { name: 'Seen', value: violation.count === 1 ? 'once' : `${violation.count} times` },
    {
      name: violation.sources.length === 1 ? 'Source' : 'Sources',
      value: few(violation.sources.map(({ name }) => name)),
    },
    { name: 'App versions', value: few(violation.appVersions) },
    { name: 'Assigned to', value: violation.assignee ?? 'nobody' },
    ...(violation.sample === null
      ? []
      : [{ name: 'A call', value: `${violation.sample.messageId}, ${utc(violation.sample.at)}` }]),
  ].filter(({ value }) => value !== ''),
})

const beginnings: Readonly<Record<Exclude<AlertKind, 'blocked'>, string>> = {
  new: 'New violation',
  regressed: 'Back again',
  assigned: 'Assigned',
  'ignore-over': 'No longer ignored',
  spike: 'Far more than before',
}

export const blockedWords = ({ source, hour, count }: BlockedEvents): Words => ({
  title: `${source.name} blocks events`,
  facts: [
    { name: 'Source', value: source.name },
    { name: 'Blocked', value: `${count} in the hour from ${utc(hour)}; none in the seven days before` },
  ],
})

/** Read in many zones. */
const utc = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

const few = (names: readonly string[]): string => {
  const shown = names.filter((name) => name !== '')
  return shown.length > 3 ? `${shown.slice(0, 3).join(', ')} and ${shown.length - 3} more` : shown.join(', ')
}
