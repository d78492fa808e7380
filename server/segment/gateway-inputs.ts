import { CreateTrackingPlanV1Input, RemoveRuleV1, UpsertRuleV1 } from '@segment/public-api-sdk-typescript'
import type { RuleId } from '@/domain/plan/rule'
import type { SegmentUpsert } from '@/server/ports/segment-gateway'
import { RawJson } from './body-text'

/** Segment Public API: upper case since April 2024, while this SDK's types still say lower case. */
export const hourly = 'HOUR' as string as 'hour'

// The SDK's enums are declared as numbers; what they hold at run time are Segment's words.

export const toUpsert = ({ type, key, version, schemaText, newKey }: SegmentUpsert): UpsertRuleV1 => ({
  type: UpsertRuleV1.TypeEnum[type],
  key: key ?? undefined,
  version,
  jsonSchema: new RawJson(schemaText),
  newKey,
})

export const toRemoval = ({ type, key, version }: RuleId): RemoveRuleV1 => ({
  type: RemoveRuleV1.TypeEnum[type],
  key: key ?? undefined,
  version,
})

export const toNewPlan = (name: string, description: string | null): CreateTrackingPlanV1Input => ({
  name,
  ...(description === null ? {} : { description }),
  type: CreateTrackingPlanV1Input.TypeEnum.LIVE,
})
