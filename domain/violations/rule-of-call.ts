import type { RuleId } from '../plan/rule'
import { type Occurrence, ruleTypeOfCall } from './occurrence'

/**
 * The rule that judges a call. Segment Protocols: `context.protocols.event_version` picks the version; absent, not an
 * integer or unknown means the oldest one. A forwarded violation does not tell the version, so pass none.
 */
export const ruleOfCall = <R extends RuleId>(
  rules: readonly R[],
  { callType, event }: Pick<Occurrence, 'callType' | 'event'>,
  version?: number,
): R | null => {
  const type = ruleTypeOfCall[callType]
  const ofType = rules.filter((rule) => rule.type === type)
  const named = ofType.filter(({ key }) => key === event)
  // A rule without a name judges every call of its type that no named rule judges.
  const versions = named.length > 0 ? named : ofType.filter(({ key }) => key === null)
  const asked = versions.find((rule) => rule.version === version)
  return asked ?? [...versions].sort((a, b) => a.version - b.version)[0] ?? null
}
