import { maskMessageId } from '@/domain/traffic/mask/mask-message-id'
import { violationFingerprint } from '@/domain/violations/fingerprint'
import { hourOf } from '@/domain/violations/hour'
import { ruleTypeOfCall } from '@/domain/violations/occurrence'
import { occurrenceKey } from '@/domain/violations/occurrence-key'
import { foundHere } from '@/domain/violations/told-by'
import type { Occurrence } from '@/server/ports/violation-store'
import type { CollectedCall } from './judge-collected'
import type { KnownSource } from './known-sources'

/** What our own verdicts on calls add to violations: the same occurrence that Segment would tell of the call. */
export const occurrencesOfCalls = (
  planId: string,
  source: KnownSource['source'],
  calls: readonly CollectedCall[],
): readonly Occurrence[] =>
  calls.flatMap((call) => {
    const { callType, event, messageId, at, judged } = call
    if (callType === null || judged === null) return []
    return judged.breaches.map(({ type, pointer, schemaPointer, message }) => ({
      key: occurrenceKey({ messageId, type }, pointer),
      fingerprint: violationFingerprint({ plan: planId, callType, event, pointer, type }),
      planId,
      ruleType: ruleTypeOfCall[callType],
      ruleKey: event,
      ruleVersion: judged.ruleVersion,
      pointer,
      schemaPointer,
      type,
      rawType: foundHere,
      message,
      messageId: maskMessageId(messageId),
      at,
      hour: hourOf(at),
      sourceId: source.id,
      sourceName: source.name,
      appVersion: call.appVersion,
      library: call.library,
    }))
  })
