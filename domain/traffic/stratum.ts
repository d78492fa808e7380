import { hashText } from '../plan/rule-hash'

/** What calls of one stratum have in common. `day` in UTC, `2026-01-05`; `event` and `eventVersion` null where absent. */
export type StratumOf = {
  readonly planId: string
  readonly sourceId: string
  readonly callType: string
  readonly event: string | null
  readonly appVersion: string
  readonly eventVersion: number | null
  readonly day: string
}

/** 32 hex digits, the same for all calls of a stratum. */
export const stratumId = (of: StratumOf): string =>
  idOf([of.planId, of.sourceId, of.day, of.callType, of.event, of.appVersion, of.eventVersion])

/** Where calls of a source go that find no stratum of their own on a day. */
export const sharedStratumId = ({
  planId,
  sourceId,
  day,
}: Pick<StratumOf, 'planId' | 'sourceId' | 'day'>): string => idOf([planId, sourceId, day])

const idOf = (parts: readonly (string | number | null)[]): string =>
  hashText(JSON.stringify(parts)).slice(0, 32)
