import { type CallType, callTypes, type Occurrence, type OccurrenceRefusal } from './occurrence'
import { eventName, field, instantAmong, shortText, text } from './read-fields'
import { violationTypeOf } from './violation-type'

export type InlineViolationsParsing =
  | { readonly ok: true; readonly occurrences: readonly Occurrence[] }
  | { readonly ok: false; readonly refusal: OccurrenceRefusal }

/**
 * Reads what Segment writes into an event that broke constraints and was let through: `context.protocols` with the
 * violations, and the names of unplanned properties that were taken away (`omitted`).
 */
export const parseInlineViolations = (event: unknown, now: string): InlineViolationsParsing => {
  if (typeof event !== 'object' || event === null)
    return refuse('not-an-event', 'The body is no JSON object.')
  const protocols = field(field(event, 'context'), 'protocols')
  const violations = list(field(protocols, 'violations'))
  const omitted = list(field(protocols, 'omitted')).flatMap((name) => text(name) ?? [])
  if (violations.length + omitted.length === 0)
    return refuse('not-a-violation', 'The event carries no violations in context.protocols.')
  const callType = callTypes.find((type) => type === field(event, 'type'))
  const messageId = text(field(event, 'messageId'))
  const sourceId = shortText(field(protocols, 'sourceId')) ?? shortText(field(event, 'projectId'))
  if (!callType) return refuse('missing-field', 'type is missing or no known call.')
  if (!messageId) return refuse('missing-field', 'messageId is missing.')
  if (!sourceId) return refuse('missing-field', 'context.protocols.sourceId is missing.')

  const common = { ...factsOf(event, callType, now), messageId, source: sourceOf(sourceId, protocols) }
  const told = violations.flatMap((violation): Occurrence[] => {
    const rawType = text(field(violation, 'type'))
    if (!rawType) return []
    const message = text(field(violation, 'description')) ?? ''
    const at = text(field(violation, 'field')) ?? '(root)'
    return [{ ...common, type: violationTypeOf(rawType, message), rawType, message, field: at }]
  })
  const taken = omitted.map(
    (name): Occurrence => ({
      ...common,
      type: 'unplanned-property',
      rawType: 'omitted',
      message: `${name} is not planned and was taken away.`,
      field: inSection(name, callType),
    }),
  )
  return { ok: true, occurrences: [...told, ...taken] }
}

const factsOf = (event: object, callType: CallType, now: string) => {
  const context = field(event, 'context')
  const library = field(context, 'library')
  const libraryName = shortText(field(library, 'name'))
  return {
    callType,
    event: nameOf(event, callType),
    at: instantAmong(
      ['timestamp', 'sentAt', 'receivedAt'].map((key) => field(event, key)),
      now,
    ),
    appVersion: shortText(field(field(context, 'app'), 'version')),
    library: libraryName ? { name: libraryName, version: shortText(field(library, 'version')) } : null,
    plan: { resourceSchemaId: null, name: null },
  }
}

const nameOf = (event: object, callType: CallType): string | null => {
  if (callType === 'identify' || callType === 'group') return null
  return eventName(field(event, callType === 'track' ? 'event' : 'name'))
}

const sourceOf = (id: string, protocols: unknown): Occurrence['source'] => ({
  id,
  name: shortText(field(protocols, 'sourceName')),
  slug: null,
})

/** The list of omitted names leaves out where they stood. */
const inSection = (name: string, callType: CallType): string => {
  const section = callType === 'identify' || callType === 'group' ? 'traits' : 'properties'
  return name.startsWith(`${section}.`) ? name : `${section}.${name}`
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const refuse = (code: OccurrenceRefusal['code'], message: string): InlineViolationsParsing => ({
  ok: false,
  refusal: { code, message },
})
