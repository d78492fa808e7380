import { violationTypes } from '../plan/violation-types'
import { type CallType, callTypes, type Occurrence } from './occurrence'
import { parseForwardedViolation } from './parse-forwarded-violation'
import { parseInlineViolations } from './parse-inline-violations'
import { eventName, field, instantAmong, shortText, text } from './read-fields'
import { foundHere } from './told-by'

export type ImportedParsing =
  | { readonly ok: true; readonly occurrences: readonly Occurrence[] }
  | { readonly ok: false; readonly reason: string }

type Import = {
  readonly now: string
  /** Whose violations they are where a record does not say. */
  readonly source: { readonly id: string; readonly name: string } | null
}

/**
 * Reads one record of a file: a forwarded `Violation Generated` event, an event that carries `context.protocols`, a row
 * of the warehouse table `violation_generated` (Segment writes the same fields there in snake case), or a line that
 * `plumbline validate` wrote.
 */
export const parseImportedViolation = (record: unknown, asked: Import): ImportedParsing => {
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return no('It is no JSON object.')
  if (Array.isArray(field(record, 'occurrences'))) return parseValidated(record, asked)
  const isRow =
    field(record, 'violation_type') !== undefined || field(record, 'event_message_id') !== undefined
  const call = isRow ? fromRow(record, asked) : withSource(record, asked)
  const forwarded = parseForwardedViolation(call, asked.now)
  if (forwarded.ok) return { ok: true, occurrences: [forwarded.occurrence] }
  if (isRow || forwarded.refusal.code !== 'not-a-violation') return no(forwarded.refusal.message)
  const inline = parseInlineViolations(call, asked.now)
  if (inline.ok) return inline
  return no(
    inline.refusal.code === 'not-a-violation'
      ? 'It tells of no violation: it is neither "Violation Generated", nor a row of violation_generated, nor a call with context.protocols, nor a line of plumbline validate.'
      : inline.refusal.message,
  )
}

/** The properties of a forwarded violation by the names of their warehouse columns. */
const columns: Readonly<Record<string, string>> = {
  app_version: 'appVersion',
  event_message_id: 'eventMessageID',
  event_name: 'eventName',
  event_sent_at: 'eventSentAt',
  event_timestamp: 'eventTimestamp',
  event_type: 'eventType',
  source_id: 'sourceID',
  source_name: 'sourceName',
  source_slug: 'sourceSlug',
  tracking_plan_id: 'trackingPlanID',
  tracking_plan_name: 'trackingPlanName',
  violation_description: 'violationDescription',
  violation_field: 'violationField',
  violation_type: 'violationType',
}

const fromRow = (row: object, { source }: Import): unknown => {
  const properties = Object.fromEntries(
    Object.entries(columns).flatMap(([column, name]) => {
      const value = field(row, column)
      return value === undefined || value === null || value === '' ? [] : [[name, value]]
    }),
  )
  const library = field(row, 'context_library_name')
  return {
    type: 'track',
    event: 'Violation Generated',
    // Warehouses have the id of a message in the column `id`.
    messageId: field(row, 'id'),
    timestamp: field(row, 'timestamp'),
    receivedAt: field(row, 'received_at'),
    context: library ? { library: { name: library, version: field(row, 'context_library_version') } } : {},
    properties: {
      ...(source && { sourceID: source.id, sourceName: source.name }),
      ...properties,
    },
  }
}

const withSource = (call: object, { source }: Import): object => {
  const properties = field(call, 'properties')
  if (source === null || field(call, 'event') !== 'Violation Generated') return call
  if (typeof properties !== 'object' || properties === null || shortText(field(properties, 'sourceID')))
    return call
  return { ...call, properties: { ...properties, sourceID: source.id, sourceName: source.name } }
}

const parseValidated = (line: object, { now, source }: Import): ImportedParsing => {
  if (source === null)
    return no('A line of plumbline validate does not say which source it is of: name the source.')
  const messageId = text(field(line, 'messageId'))
  if (!messageId)
    return no('The call has no messageId, so it could not be told from others, or known when it comes again.')
  const told = field(line, 'occurrences')
  const call = field(line, 'call')
  const occurrences: Occurrence[] = []
  for (const one of Array.isArray(told) ? told : []) {
    const type = violationTypes.find((known) => known === field(one, 'type'))
    const rule = field(one, 'rule')
    const callType = callTypeOf(text(field(call, 'type')) ?? text(field(rule, 'type'))?.toLowerCase())
    if (type === undefined) return no('An occurrence has no type that is known.')
    if (callType === null)
      return no('It does not say which call it is of. "plumbline validate --upload" sends that along.')
    const message = text(field(one, 'message')) ?? ''
    const isNameless = callType === 'identify' || callType === 'group'
    occurrences.push({
      messageId,
      callType,
      event: isNameless ? null : eventName(field(call, 'event') ?? field(rule, 'key')),
      at: instantAmong([field(call, 'at')], now),
      type,
      rawType: foundHere,
      message,
      field: '',
      pointer: text(field(one, 'pointer')) ?? '',
      appVersion: shortText(field(call, 'appVersion')),
      library: libraryOf(field(call, 'library')),
      source: { ...source, slug: null },
      plan: { resourceSchemaId: null, name: null },
    })
  }
  return { ok: true, occurrences }
}

const callTypeOf = (word: string | null | undefined): CallType | null =>
  callTypes.find((type) => type === word) ?? null

const libraryOf = (library: unknown): Occurrence['library'] => {
  const name = shortText(field(library, 'name'))
  return name === null ? null : { name, version: shortText(field(library, 'version')) }
}

const no = (reason: string): ImportedParsing => ({ ok: false, reason })
