import { matchesGlob } from '../review/key-glob'

/** What an alert rule is about: all that is of the plan, from the source, and called so; null covers any. */
export type AlertScope = {
  readonly planId: string | null
  readonly sourceId: string | null
  /** A glob over event names, as `matchesGlob` reads it. */
  readonly event: string | null
}

/** What an alert would be about. `event` is the name of the event, or the type of a call that has none. */
export type AlertSubject = {
  readonly planId: string | null
  readonly sourceIds: readonly string[]
  readonly event: string
}

export const isInScope = (scope: AlertScope, { planId, sourceIds, event }: AlertSubject): boolean =>
  (scope.planId === null || scope.planId === planId) &&
  (scope.sourceId === null || sourceIds.includes(scope.sourceId)) &&
  (scope.event === null || matchesGlob(scope.event, event))
