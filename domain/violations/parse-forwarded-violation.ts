import { callTypes, type Occurrence, type OccurrenceRefusal } from './occurrence'
import { eventName, field, instantAmong, shortText, text } from './read-fields'
import { violationTypeOf } from './violation-type'

export type ForwardedViolationParsing =
  | { readonly ok: true; readonly occurrence: Occurrence }
  | { readonly ok: false; readonly refusal: OccurrenceRefusal }

/**
 * Reads a `Violation Generated` call, which Segment sends for every constraint that an event breaks when a source
 * forwards its violations. Everything in it is optional except what a violation cannot be without.
 */
export const parseForwardedViolation = (call: unknown, now: string): ForwardedViolationParsing => {
  const properties = field(call, 'properties')
  if (typeof call !== 'object' || call === null) return refuse('not-an-event', 'The body is no JSON object.')
  if (field(call, 'type') !== 'track' || field(call, 'event') !== 'Violation Generated')
    return refuse('not-a-violation', 'Only track calls named "Violation Generated" tell of violations.')

  const messageId = text(field(properties, 'eventMessageID')) ?? text(field(call, 'messageId'))
  const rawType = text(field(properties, 'violationType'))
  const callType = callTypes.find((type) => type === text(field(properties, 'eventType'))?.toLowerCase())
  const sourceId = shortText(field(properties, 'sourceID'))
  if (!messageId) return refuse('missing-field', 'properties.eventMessageID is missing.')
  if (!rawType) return refuse('missing-field', 'properties.violationType is missing.')
  if (!callType) return refuse('missing-field', 'properties.eventType is missing or no known call.')
  if (!sourceId) return refuse('missing-field', 'properties.sourceID is missing.')

  const message = text(field(properties, 'violationDescription')) ?? ''
  const library = field(field(call, 'context'), 'library')
  const libraryName = shortText(field(library, 'name'))
  const times = [
    field(properties, 'eventTimestamp'),
    field(properties, 'eventSentAt'),
    field(call, 'timestamp'),
    field(call, 'receivedAt'),
  ]
  return {
    ok: true,
    occurrence: {
      messageId,
      callType,
      event:
        callType === 'identify' || callType === 'group' ? null : eventName(field(properties, 'eventName')),
      at: instantAmong(times, now),
      type: violationTypeOf(rawType, message),
      rawType,
      message,
      field: text(field(properties, 'violationField')) ?? '(root)',
      appVersion: shortText(field(properties, 'appVersion')),
      library: libraryName ? { name: libraryName, version: shortText(field(library, 'version')) } : null,
      source: {
        id: sourceId,
        name: shortText(field(properties, 'sourceName')),
        slug: shortText(field(properties, 'sourceSlug')),
      },
      plan: {
        resourceSchemaId: text(field(properties, 'trackingPlanID')),
        name: text(field(properties, 'trackingPlanName')),
      },
    },
  }
}

const refuse = (code: OccurrenceRefusal['code'], message: string): ForwardedViolationParsing => ({
  ok: false,
  refusal: { code, message },
})
