/** Why a violation is there, with what shows it. Instants are ISO 8601 in UTC. */
export type Origin =
  /** The plan began to ask for something else while the code stayed as it was. */
  | {
      readonly kind: 'plan-changed'
      readonly version: number
      readonly at: string
      readonly by: string
      readonly changeRequest: number | null
      /** The oldest release that breaks it, and since when that was out: before the plan changed. */
      readonly release: Release | null
    }
  /** A release began to send something else while the plan stayed as it was. */
  | {
      readonly kind: 'code-changed'
      readonly release: Release
      /** The newest release of the source before it, which does not break the plan. */
      readonly before: Release
      /** When the plan last changed at this place; null where it never did. */
      readonly planUnchangedSince: string | null
    }
  /**
   * The event had been sent for a while without it, violations of the source had been heard of, and the plan stayed as it
   * was: so what sends it began to do otherwise. What only reports can tell, where no earlier release is known.
   */
  | {
      readonly kind: 'sender-changed'
      readonly quiet: Quiet
      /** The release that breaks it, where it came up about then; null where that is not known. */
      readonly release: Release | null
      readonly planUnchangedSince: string | null
    }
  /** Calls name no version of the rule that the plan has, so that the oldest judges them. */
  | {
      readonly kind: 'oldest-schema'
      /** The versions that calls ask for; null stands for calls that ask for none. */
      readonly asked: readonly (number | null)[]
      readonly judgedBy: number
      readonly planned: readonly number[]
    }
  /** It was there from the first call of the event that is known. */
  | { readonly kind: 'always'; readonly since: string }
  /** What was seen does not tell. */
  | { readonly kind: 'unknown' }

/** A time before a violation in which it would have been heard of. */
export type Quiet = {
  /** Since when the event was known, each source was heard of by violations of other kinds, and the plan was as it is. */
  readonly since: string
  /** Calls of the event that Segment counted from these sources from then on until it was first seen. */
  readonly events: number
}

export type Release = {
  readonly sourceId: string
  readonly sourceName: string
  readonly appVersion: string
  /** When a call of it was first seen, whatever the call. */
  readonly at: string
}

export type OriginFacts = {
  readonly firstSeen: string
  /** The releases that break it. */
  readonly breaking: readonly Release[]
  /** All releases of these sources that are known, breaking ones included. */
  readonly releases: readonly Release[]
  /** The last change of the plan at this place, before it was first seen; null where version 1 had it as it is. */
  readonly change: {
    readonly version: number
    readonly at: string
    readonly by: string
    readonly changeRequest: number | null
  } | null
  /** How calls of the event find their rule; null where none of them is recorded. */
  readonly routing: {
    readonly asked: readonly (number | null)[]
    readonly judgedBy: number
    readonly planned: readonly number[]
  } | null
  /** The first call of the event that is known; null where only the violation is. */
  readonly eventKnownSince: string | null
  /** Null where any of it is not known, or where the plan no longer holds the rule. */
  readonly quiet: Quiet | null
}

const hourMs = 3_600_000

/** A change shows within days: the first call after it may be a weekend away. */
const shownWithinMs = 7 * 24 * hourMs

/** What breaks within a day of the first call that is known has no time before it that tells. */
const fromTheStartMs = 24 * hourMs

/** So many calls that did not break it, and so long, are no chance. */
const quietEvents = 100
const quietMs = 24 * hourMs

/** Says why a violation is there, as far as what was seen shows it. */
export const originOf = (facts: OriginFacts): Origin =>
  fromRouting(facts) ??
  fromPlan(facts) ??
  fromCode(facts) ??
  fromQuiet(facts) ??
  fromTheStart(facts) ?? { kind: 'unknown' }

const fromRouting = ({ routing }: OriginFacts): Origin | null => {
  if (routing === null || routing.planned.length < 2 || routing.asked.length === 0) return null
  const isOldest = routing.judgedBy === Math.min(...routing.planned)
  const isLost = routing.asked.every((asked) => asked === null || !routing.planned.includes(asked))
  return isOldest && isLost ? { kind: 'oldest-schema', ...routing } : null
}

const fromPlan = ({ change, firstSeen, breaking, eventKnownSince }: OriginFacts): Origin | null => {
  if (change === null || !isWithin(change.at, firstSeen, shownWithinMs)) return null
  const release = oldest(told(breaking))
  const wasOut =
    release === null ? eventKnownSince !== null && eventKnownSince < change.at : release.at < change.at
  return wasOut ? { kind: 'plan-changed', ...change, release } : null
}

const fromCode = ({ change, firstSeen, breaking, releases }: OriginFacts): Origin | null => {
  const release = oldest(told(breaking))
  if (release === null || breaking.some(({ appVersion }) => appVersion === '')) return null
  if (!isWithin(release.at, firstSeen, shownWithinMs)) return null
  if (change !== null && change.at > release.at) return null
  const before = newest(
    told(releases).filter(({ sourceId, at }) => sourceId === release.sourceId && at < release.at),
  )
  return before && { kind: 'code-changed', release, before, planUnchangedSince: change?.at ?? null }
}

const fromQuiet = ({ quiet, change, firstSeen, breaking }: OriginFacts): Origin | null => {
  if (quiet === null || quiet.events < quietEvents) return null
  if (Date.parse(firstSeen) - Date.parse(quiet.since) < quietMs) return null
  const release = oldest(told(breaking))
  // A release that was out long before did not change by itself.
  if (release !== null && !isWithin(release.at, firstSeen, shownWithinMs)) return null
  const isTold = breaking.every(({ appVersion }) => appVersion !== '')
  return {
    kind: 'sender-changed',
    quiet,
    release: isTold ? release : null,
    planUnchangedSince: change?.at ?? null,
  }
}

const fromTheStart = ({ firstSeen, eventKnownSince }: OriginFacts): Origin | null =>
  eventKnownSince !== null && isWithin(eventKnownSince, firstSeen, fromTheStartMs)
    ? { kind: 'always', since: eventKnownSince }
    : null

/** Whether `later` comes after `earlier` and not much later; instants of hours and days count from their beginning. */
const isWithin = (earlier: string, later: string, ms: number): boolean => {
  const passed = Date.parse(later) - Date.parse(earlier)
  return passed >= 0 && passed <= ms
}

const told = (releases: readonly Release[]): readonly Release[] =>
  releases.filter(({ appVersion }) => appVersion !== '')

const oldest = (releases: readonly Release[]): Release | null => [...releases].sort(byTime)[0] ?? null

const newest = (releases: readonly Release[]): Release | null => [...releases].sort(byTime).at(-1) ?? null

const byTime = (left: Release, right: Release): number =>
  compareText(left.at, right.at) ||
  compareText(left.sourceId, right.sourceId) ||
  compareText(left.appVersion, right.appVersion)

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
