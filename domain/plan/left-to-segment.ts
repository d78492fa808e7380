import type { RuleId } from './rule'

/**
 * Segment adds this event to the plans of everybody who uses its consent management, and asks not to remove it
 * (Segment documentation, consent in Protocols).
 */
const consentEvent = 'Segment Consent Preference Updated'

/** Rules that we never remove from a target, whoever put them there. */
export const isLeftToSegment = ({ type, key }: RuleId): boolean => type === 'TRACK' && key === consentEvent
