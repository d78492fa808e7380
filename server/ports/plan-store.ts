import type { Rule } from '@/domain/plan/rule'
import type { Problem } from './workspace-store'

export type Plan = {
  readonly id: string
  readonly workspaceId: string
  readonly segmentId: string
  readonly resourceSchemaId: string | null
  readonly name: string
  readonly description: string | null
  readonly headVersion: number | null
  readonly liveVersion: number | null
  readonly seenHash: string | null
  readonly lastSeenAt: string | null
  readonly problem: Problem | null
}

export type PlanVersion = {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly note: string
  readonly changeRequest: number | null
}

export type PlanStore = {
  /** All plans, or those of one workspace, by name. */
  readonly list: (workspaceId?: string) => Promise<readonly Plan[]>
  /** By our id or Segment's `tp_…`. */
  readonly find: (id: string) => Promise<Plan | null>
  /** The same, locked until the transaction ends: whoever publishes or versions takes this first. */
  readonly lock: (id: string) => Promise<Plan | null>
  /** The plan of a workspace by its `rs_…` id, as forwarded violations name it, else by Segment's `tp_…` or our id. */
  readonly named: (workspaceId: string, name: string) => Promise<Plan | null>
  /** Adds the plan or updates name, description and `rs_…` id; returns our id. */
  readonly upsert: (plan: {
    readonly workspaceId: string
    readonly segmentId: string
    readonly resourceSchemaId: string | null
    readonly name: string
    readonly description: string | null
    readonly newId: string
  }) => Promise<string>
  readonly setProblem: (id: string, problem: Problem | null) => Promise<void>
  /** A whole read came in: `rules` replaces what was seen before (skipped when `seenHash` is unchanged). */
  readonly recordSeen: (
    id: string,
    seen: { readonly at: string; readonly seenHash: string; readonly rules: readonly Rule[] },
  ) => Promise<void>
  readonly seenRules: (id: string) => Promise<readonly Rule[]>
  readonly setLive: (id: string, version: number) => Promise<void>
  /** The next change request number of the plan, taken. */
  readonly takeNumber: (id: string) => Promise<number>
  /**
   * How many managed or added rules differ between live and seen, per plan id: those to look at, and those that are
   * ignored at an instant (ISO 8601). Absent when there are none.
   */
  readonly driftCounts: (
    at: string,
  ) => Promise<Readonly<Record<string, { readonly open: number; readonly ignored: number }>>>
  /** Newest first. */
  readonly versions: (
    id: string,
    page: { readonly limit: number; readonly before?: number },
  ) => Promise<readonly PlanVersion[]>
  readonly version: (id: string, version: number) => Promise<PlanVersion | null>
}
