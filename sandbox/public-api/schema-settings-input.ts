import { invalidInput } from '@/sandbox/public-api/segment-error'
import { isObject, type Json, type JsonObject } from '@/sandbox/world/json'
import type { SchemaSettings } from '@/sandbox/world/source'

const commonChoices = { track: 'OMIT_PROPERTIES', identify: 'OMIT_TRAITS', group: 'OMIT_TRAITS' }
const flags = {
  track: [
    'allowUnplannedEvents',
    'allowUnplannedEventProperties',
    'allowEventOnViolations',
    'allowPropertiesOnViolations',
  ],
  identify: ['allowUnplannedTraits', 'allowTraitsOnViolations'],
  group: ['allowUnplannedTraits', 'allowTraitsOnViolations'],
}
type Call = keyof typeof flags
const calls: Call[] = ['track', 'identify', 'group']

const checkCall = (call: Call, given: Json) => {
  if (!isObject(given)) throw invalidInput(`"${call}" must be of type object`, call)
  for (const [name, value] of Object.entries(given)) {
    const at = `${call}.${name}`
    if (name === 'commonEventOnViolations') {
      if (value !== 'ALLOW' && value !== 'BLOCK' && value !== commonChoices[call])
        throw invalidInput(`"${at}" must be one of [ALLOW, BLOCK, ${commonChoices[call]}]`, at)
    } else if (!flags[call].includes(name)) throw invalidInput(`"${at}" is not allowed`, at)
    else if (typeof value !== 'boolean') throw invalidInput(`"${at}" must be a boolean`, at)
  }
  return given
}

const receiver = (body: JsonObject, name: string): string | undefined => {
  const value = body[name]
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value === '')
    throw invalidInput(`"${name}" is not allowed to be empty`, name)
  return value
}

/**
 * The settings after a PATCH. Calls are merged; forwarding is what the body says, so that leaving a field out turns it
 * off (Segment docs, api/public-api: omit the field, an empty value is an error).
 */
export const patchedSettings = (before: SchemaSettings, body: JsonObject): SchemaSettings => {
  const given = calls.filter((call) => body[call] !== undefined)
  const changed = given.map(
    (call) => [call, { ...before[call], ...checkCall(call, body[call] ?? null) }] as const,
  )
  const violationsTo = receiver(body, 'forwardingViolationsTo')
  const blockedTo = receiver(body, 'forwardingBlockedEventsTo')
  const { forwardingViolationsTo: _v, forwardingBlockedEventsTo: _b, ...kept } = before
  return {
    ...kept,
    ...Object.fromEntries(changed),
    ...(violationsTo !== undefined && { forwardingViolationsTo: violationsTo }),
    ...(blockedTo !== undefined && { forwardingBlockedEventsTo: blockedTo }),
  }
}
