import { compareAppVersions } from './app-version'
import type { Rollout, Standing } from './standing'

/** The newest call of an app version that broke the constraint; the version is empty where calls do not tell it. */
export type Seen = { readonly appVersion: string; readonly lastSeen: string }

export type Return = {
  /** When the newest call was sent that brings it back. */
  readonly at: string
  readonly appVersion: string
  /** It was thought to be over; false for one that was only ignored until a time. */
  readonly regressed: boolean
}

/**
 * How long calls may still break the old rule after a publish: Segment's pipeline takes a published plan over within
 * minutes, and asks to be told when it takes more than a quarter of an hour (Protocols FAQ).
 */
export const publishGraceMs = 15 * 60_000

/**
 * Whether what was seen of a violation opens it again, and by which call; null while it stays as it is.
 * - A call from before the decision never does, however late it arrives.
 * - One that is resolved in, or waits for, an app version comes back for that version and newer ones. Calls that tell
 *   no version that can be ordered bring a resolved one back too, since they are still broken; a waiting one awaits
 *   them.
 * - One that waits for a version of the plan is given the time that Segment takes to know it.
 * - One that is ignored until a time comes back for a call from after it.
 */
export const comesBack = (standing: Standing, seen: readonly Seen[]): Return | null => {
  const after = beginning(standing)
  if (after === null) return null
  const found = seen
    .filter((each) => Date.parse(each.lastSeen) > after && isCovered(standing, each.appVersion))
    .reduce<Seen | null>((newest, each) => (isNewer(each, newest) ? each : newest), null)
  return (
    found && { at: found.lastSeen, appVersion: found.appVersion, regressed: standing.status !== 'ignored' }
  )
}

const isNewer = (each: Seen, than: Seen | null): boolean =>
  than === null ||
  each.lastSeen > than.lastSeen ||
  (each.lastSeen === than.lastSeen && each.appVersion > than.appVersion)

/** The instant after which calls count against the standing; null where none does. */
const beginning = (standing: Standing): number | null => {
  switch (standing.status) {
    case 'open':
    case 'fix-planned':
      return null
    case 'ignored':
      return standing.until === null ? null : Date.parse(standing.until)
    case 'waiting-for-rollout':
      return Date.parse(standing.since ?? '') + ('planVersion' in standing.rollout ? publishGraceMs : 0)
    case 'resolved':
      return Date.parse(standing.since ?? '')
  }
}

const isCovered = (standing: Standing, appVersion: string): boolean => {
  const rollout: Rollout | null = 'rollout' in standing ? standing.rollout : null
  if (rollout === null || 'planVersion' in rollout) return true
  const order = compareAppVersions(appVersion, rollout.app)
  return order === null ? standing.status === 'resolved' : order >= 0
}
