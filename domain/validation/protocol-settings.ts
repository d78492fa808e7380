import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { pointerSegments } from '../plan/schema-pointer'
import type { CallOccurrence } from './occurrences-of-errors'

type OnCommonViolation = 'ALLOW' | 'BLOCK' | 'OMIT_PROPERTIES' | 'OMIT_TRAITS'

/**
 * How a source enforces its plan, in the words of its schema settings in Segment's Public API; absent means allow.
 * There are none for page and screen calls.
 */
export type ProtocolSettings = {
  readonly track?: TrackSettings | undefined
  readonly identify?: TraitSettings | undefined
  readonly group?: TraitSettings | undefined
}

type TrackSettings = {
  readonly allowUnplannedEvents?: boolean
  readonly allowUnplannedEventProperties?: boolean
  /** False blocks the whole event. */
  readonly allowEventOnViolations?: boolean
  /** False takes away the properties that break the rule. */
  readonly allowPropertiesOnViolations?: boolean
  readonly commonEventOnViolations?: OnCommonViolation
}

type TraitSettings = {
  readonly allowUnplannedTraits?: boolean
  readonly allowTraitsOnViolations?: boolean
  readonly commonEventOnViolations?: OnCommonViolation
}

/** The settings, where they take anything away before the common rule judges; undefined where they do not. */
export const enforcing = ({ track, identify, group }: ProtocolSettings): ProtocolSettings | undefined => {
  const acts = (type: string) =>
    Object.values(enforcementOf(type, { track, identify, group })).some((takesAway) => takesAway)
  return ['track', 'identify', 'group'].some(acts) ? { track, identify, group } : undefined
}

/** The message as the common rule gets to see it; null when it was blocked before. */
export const whatIsLeft = (
  message: JsonObject,
  occurrences: readonly CallOccurrence[],
  settings: ProtocolSettings,
): JsonObject | null => {
  const { blocksUnplanned, blocks, omitsUnplanned, omits } = enforcementOf(message.type, settings)
  if (occurrences.some(({ type }) => type === 'unplanned-event')) {
    if (blocksUnplanned) return null
    return omitsUnplanned ? withoutNames(message, 'properties') : message
  }
  if (blocks && occurrences.some(({ type }) => type !== 'unplanned-property')) return null
  const omitted = occurrences.filter(({ type, pointer }) =>
    type === 'unplanned-property' ? omitsUnplanned : omits && pointerSegments(pointer).length > 1,
  )
  return omitted.reduce<JsonObject>((left, { pointer }) => omit(left, pointer), message)
}

/** A call of traits that no rule plans: every trait is one that nobody planned. */
export const whatIsLeftUnruled = (message: JsonObject, settings: ProtocolSettings): JsonObject => {
  const isTraits = message.type === 'identify' || message.type === 'group'
  return isTraits && enforcementOf(message.type, settings).omitsUnplanned
    ? withoutNames(message, 'traits')
    : message
}

const enforcementOf = (type: Json | undefined, { track, identify, group }: ProtocolSettings) => {
  if (type === 'track')
    return {
      blocksUnplanned: track?.allowUnplannedEvents === false,
      blocks: track?.allowEventOnViolations === false,
      omitsUnplanned: track?.allowUnplannedEventProperties === false,
      omits: track?.allowPropertiesOnViolations === false,
    }
  const traits = type === 'identify' ? identify : type === 'group' ? group : undefined
  return {
    blocksUnplanned: false,
    blocks: false,
    omitsUnplanned: traits?.allowUnplannedTraits === false,
    omits: traits?.allowTraitsOnViolations === false,
  }
}

const withoutNames = (message: JsonObject, section: 'properties' | 'traits'): JsonObject =>
  isJsonObject(message[section]) ? { ...message, [section]: {} } : message

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
