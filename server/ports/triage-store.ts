import type { Json } from '@/domain/plan/json'
import type { RuleType } from '@/domain/plan/rule'
import type { MomentKind } from '@/domain/violations/moment-kind'
import type { Standing } from '@/domain/violations/standing'

/** What is decided about a violation. `revision` counts decisions, so that two people do not overwrite each other. */
export type Triaged = {
  readonly id: string
  readonly planId: string
  readonly revision: number
  readonly standing: Standing
  readonly assigneeId: string | null
  readonly lastSeen: string
}

/** Something that happened to a violation; nobody is the actor of what arrivals, requests and time did. */
export type Moment = {
  readonly id: string
  readonly violationId: string
  readonly kind: MomentKind
  readonly at: string
  readonly actorId: string | null
  readonly detail: Readonly<Record<string, Json>>
}

/** A violation that a change request is to end; `appVersion` where the fix goes out with an app. */
export type FixLink = { readonly violationId: string; readonly appVersion: string | null }

export type TriageStore = {
  /** The violations of these ids, their rows locked in the order of ids; unknown ids are left out. */
  readonly lock: (ids: readonly string[]) => Promise<readonly Triaged[]>
  /** Writes what changed and counts the decision. The row is locked. */
  readonly change: (
    id: string,
    change: {
      readonly standing?: Standing
      readonly assigneeId?: string | null
      /** The person who decided; null for requests, arrivals and time. */
      readonly by: string | null
    },
  ) => Promise<void>
  readonly addMoments: (moments: readonly Moment[]) => Promise<void>
  /** Oldest first. `actor` is the name of the person. */
  readonly moments: (violationId: string) => Promise<readonly (Moment & { readonly actor: string | null })[]>
  /** Links violations to a change request; one that was linked to it before is linked anew. */
  readonly linkFixes: (
    changeRequestId: string,
    links: readonly FixLink[],
    by: { readonly personId: string | null; readonly at: string },
  ) => Promise<void>
  readonly fixesOf: (changeRequestId: string) => Promise<readonly FixLink[]>
  /** Plans with violations whose owners are still to be looked up. */
  readonly unroutedPlans: () => Promise<readonly string[]>
  readonly lockUnrouted: (
    planId: string,
    limit: number,
  ) => Promise<readonly { readonly id: string; readonly type: RuleType; readonly key: string | null }[]>
  readonly setOwners: (
    owned: readonly { readonly id: string; readonly owners: readonly string[] }[],
  ) => Promise<void>
  /** The owners of a plan's violations are to be looked up anew. */
  readonly forgetOwners: (planId: string) => Promise<void>
  /** Ids of violations that time may have moved on by an instant, at most `limit`. */
  readonly due: (now: string, limit: number) => Promise<readonly string[]>
}
