import { randomUUID } from 'node:crypto'
import type { Violation } from '@/sandbox/protocols/violation'
import { appVersionOf, eventNameOf, type Message } from '@/sandbox/tracking-api/message'
import type { Plan } from '@/sandbox/world/plan'
import { neverDeprecated } from '@/sandbox/world/rule'
import type { Source } from '@/sandbox/world/source'

// The one Go zero time that Segment writes without milliseconds.
const noTime = neverDeprecated.replace('.000Z', 'Z')

const instantOr = (value: unknown, otherwise: string) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : otherwise

/** Segment Protocols, violation forwarding: one Track call for each violation, with exactly these 14 properties. */
export const violationEvent = (
  message: Message,
  violation: Violation,
  source: Source,
  plan: Plan,
  receivedAt: string,
): Message => ({
  type: 'track',
  event: 'Violation Generated',
  userId: 'schema-violations',
  messageId: `violation-${randomUUID()}`,
  timestamp: receivedAt,
  receivedAt,
  integrations: {},
  forwardedFromProject: source.id,
  context: { app: message.context?.app ?? null, library: { name: 'protocols', version: '1.0.0' } },
  properties: {
    appVersion: appVersionOf(message) ?? '',
    eventMessageID: message.messageId,
    eventName: eventNameOf(message) ?? '',
    eventSentAt: instantOr(message.sentAt, noTime),
    eventTimestamp: instantOr(message.timestamp, noTime),
    eventType: message.type,
    sourceID: source.id,
    sourceName: source.name,
    sourceSlug: source.slug,
    trackingPlanID: plan.resourceSchemaId,
    trackingPlanName: plan.name,
    violationDescription: violation.description,
    violationField: violation.field,
    violationType: violation.type,
  },
})
