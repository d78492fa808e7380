import type { CallType } from '@/sandbox/tracking-api/message'
import type { SchemaSettings } from '@/sandbox/world/source'

/** What a source does about each kind of trouble, for one kind of call. */
export type Enforcement = {
  blockUnplannedEvents: boolean
  omitUnplannedNames: boolean
  blockOnViolation: boolean
  omitOnViolation: boolean
  onCommonViolation: 'allow' | 'block' | 'omit'
}

const choice = (value: string | undefined): Enforcement['onCommonViolation'] => {
  if (value === 'BLOCK') return 'block'
  return value?.startsWith('OMIT') ? 'omit' : 'allow'
}

/** Segment Public API, schema settings: there are none for page and screen calls, which always pass. */
export const enforcementFor = (type: CallType, settings: SchemaSettings): Enforcement => {
  if (type === 'track') {
    const track = settings.track ?? {}
    return {
      blockUnplannedEvents: track.allowUnplannedEvents === false,
      omitUnplannedNames: track.allowUnplannedEventProperties === false,
      blockOnViolation: track.allowEventOnViolations === false,
      omitOnViolation: track.allowPropertiesOnViolations === false,
      onCommonViolation: choice(track.commonEventOnViolations),
    }
  }
  const traits = type === 'identify' || type === 'group' ? (settings[type] ?? {}) : {}
  return {
    blockUnplannedEvents: false,
    omitUnplannedNames: traits.allowUnplannedTraits === false,
    blockOnViolation: false,
    omitOnViolation: traits.allowTraitsOnViolations === false,
    onCommonViolation: choice(traits.commonEventOnViolations),
  }
}
