import type { Message } from '@/sandbox/tracking-api/message'
import { isObject } from '@/sandbox/world/json'
import type { Source } from '@/sandbox/world/source'

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''

/** Why a call never gets in, in Segment's codes of Delivery Overview ("failed on ingest"); null when it does. */
export const ingestFailure = (source: Source, message: Message): string | null => {
  if (!source.enabled) return 'source_disabled'
  if (!isGiven(message.userId) && !isGiven(message.anonymousId)) return 'no_user_anon_id'
  if (message.type === 'track' && !isGiven(message.event)) return 'event_not_defined'
  if (message.type === 'track' && typeof message.event !== 'string') return 'event_not_string'
  if (isGiven(message.properties) && !isObject(message.properties)) return 'properties_not_object'
  if (isGiven(message.traits) && !isObject(message.traits)) return 'traits_not_object'
  if (isGiven(message.name) && typeof message.name !== 'string') return 'name_not_string'
  return null
}
