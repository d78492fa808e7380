import { destinationMetadata } from '@/sandbox/world/catalog'
import type { Destination } from '@/sandbox/world/destination'

/** Segment Public API: DestinationV1. Subscriptions are read apart. */
export const destinationView = ({ id, name, enabled, metadataId, sourceId, settings }: Destination) => ({
  id,
  name,
  enabled,
  metadata: destinationMetadata(metadataId),
  sourceId,
  settings,
})
