import type { Message } from '@/sandbox/tracking-api/message'
import { destinationMetadata } from '@/sandbox/world/catalog'
import type { Destination } from '@/sandbox/world/destination'
import { isObject } from '@/sandbox/world/json'

/**
 * Whether a call wants to reach a destination. Segment, filtering with the integrations object: `All: false` keeps a
 * call from every destination that it does not name with anything but false; names are those of the catalog.
 */
export const isFor = ({ metadataId }: Destination, { integrations }: Message): boolean => {
  if (!isObject(integrations)) return true
  const named = integrations[destinationMetadata(metadataId)?.name ?? '']
  if (named !== undefined) return named !== false
  return integrations.All !== false
}
