import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'
import type { CallOccurrence } from './occurrences-of-errors'

/** How a source enforces its plan. Segment Public API: the words of a source's settings; absent means allow. */
export type ProtocolSettings = {
  readonly allowUnplannedEvents: boolean
  readonly allowUnplannedEventProperties: boolean
  readonly allowUnplannedTraits: boolean
  /** False blocks the whole event. */
  readonly allowEventOnViolations: boolean
  /** False takes away the properties that break the rule. */
  readonly allowPropertiesOnViolations: boolean
}

/** The message as the common rule gets to see it; null when it was blocked before. */
export const whatIsLeft = (
  message: JsonObject,
  occurrences: readonly CallOccurrence[],
  settings: Partial<ProtocolSettings>,
): JsonObject | null => {
  const unplannedEvents = occurrences.some(({ type }) => type === 'unplanned-event')
  if (unplannedEvents) return settings.allowUnplannedEvents === false ? null : message
  const isViolated = occurrences.some(({ type }) => type !== 'unplanned-property')
  if (isViolated && settings.allowEventOnViolations === false) return null
  const isTraits = message.type === 'identify' || message.type === 'group'
  const allowUnplanned = isTraits ? settings.allowUnplannedTraits : settings.allowUnplannedEventProperties
  const omitted = occurrences.filter(({ type, pointer }) =>
    type === 'unplanned-property'
      ? allowUnplanned === false
      : settings.allowPropertiesOnViolations === false && pointerSegments(pointer).length > 1,
  )
  return omitted.reduce<JsonObject>((left, { pointer }) => omit(left, pointer), message)
}

const omit = (message: JsonObject, pointer: string): JsonObject => {
  const left = without(message, pointerSegments(pointer))
  return isJsonObject(left) ? left : message
}

const without = (value: Json | undefined, [segment, ...rest]: readonly string[]): Json => {
  if (segment === '*' && Array.isArray(value)) return value.map((item: Json) => without(item, rest))
  if (segment === undefined || !isJsonObject(value)) return value ?? null
  const entries = Object.entries(value).filter(([key]) => key !== segment || rest.length > 0)
  return Object.fromEntries(entries.map(([key, item]) => [key, key === segment ? without(item, rest) : item]))
}
