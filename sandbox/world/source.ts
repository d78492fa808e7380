import type { JsonObject } from '@/sandbox/world/json'

export type TraitSettings = {
  allowUnplannedTraits?: boolean
  allowTraitsOnViolations?: boolean
  commonEventOnViolations?: 'ALLOW' | 'BLOCK' | 'OMIT_TRAITS'
}

/** Segment Public API: SourceSettingsOutputV1. */
export type SchemaSettings = {
  track?: {
    allowUnplannedEvents?: boolean
    allowUnplannedEventProperties?: boolean
    allowEventOnViolations?: boolean
    allowPropertiesOnViolations?: boolean
    commonEventOnViolations?: 'ALLOW' | 'BLOCK' | 'OMIT_PROPERTIES'
  }
  identify?: TraitSettings
  group?: TraitSettings
  forwardingViolationsTo?: string
  forwardingBlockedEventsTo?: string
}

export type Source = {
  id: string
  slug: string
  name: string
  enabled: boolean
  metadataId: string
  writeKeys: string[]
  settings: JsonObject
  labels: { key: string; value: string; description?: string }[]
  /** A source has one plan at most. */
  trackingPlanId: string | null
  schema: SchemaSettings
}

/** What a source does before anybody touched its schema settings: everything passes. */
export const allowEverything: SchemaSettings = {
  track: {
    allowUnplannedEvents: true,
    allowUnplannedEventProperties: true,
    allowEventOnViolations: true,
    allowPropertiesOnViolations: true,
    commonEventOnViolations: 'ALLOW',
  },
  identify: { allowUnplannedTraits: true, allowTraitsOnViolations: true, commonEventOnViolations: 'ALLOW' },
  group: { allowUnplannedTraits: true, allowTraitsOnViolations: true, commonEventOnViolations: 'ALLOW' },
}
