import type { Route } from '@/domain/sources/route'

/** One step of setting a route up, in the order in which they are done. */
export type RouteStep = {
  readonly name: string
  readonly state: 'waiting' | 'done' | 'failed' | 'by-hand'
  /** What was done, or why not and what to do. */
  readonly words: string
  /** Segment's id, or ours, of what the step found or made. */
  readonly id: string | null
}

/**
 * Something in Segment that a route stands on. `intended`: about to be made, so that what is found under this name
 * after a crash is known for ours. What was there before is not listed.
 */
export type MadeThing = {
  readonly kind: 'source' | 'destination' | 'setting'
  readonly name: string
  readonly id: string | null
  readonly state: 'intended' | 'made'
}

export type SourceRoute = {
  readonly workspaceId: string
  readonly sourceId: string
  readonly route: Route
  readonly status: 'connecting' | 'by-hand' | 'connected' | 'disconnecting' | 'failed'
  readonly endpointId: string | null
  readonly steps: readonly RouteStep[]
  readonly made: readonly MadeThing[]
  readonly jobId: string | null
  readonly changedBy: string
  readonly changedAt: string
}

/** A call sent to see a route work. */
export type RouteTest = {
  readonly messageId: string
  readonly workspaceId: string
  readonly sourceId: string
  readonly route: Route
  readonly event: string
  readonly pointer: string
  readonly requestedBy: string
  readonly madeAt: string
  /** Null until Segment took it; stays null where a person sends it by hand. */
  readonly sentAt: string | null
  readonly problem: string | null
  readonly arrivedAt: string | null
  readonly arrivedBy: string | null
}

/** `route` is a `Route` or `import`. */
export type RouteArrival = {
  readonly sourceId: string
  readonly route: string
  readonly arrivals: number
  readonly lastAt: string
}

/** `isCurrent`: the last came after the route was taken away from here, if it ever was. */
export type KnownArrival = RouteArrival & { readonly isCurrent: boolean }

/** `sourceId`: whose write key the call came with. */
export type TestArrival = { readonly at: string } & (
  | { readonly by: 'webhook' }
  | { readonly by: 'collector'; readonly sourceId: string }
)

export type RouteStore = {
  readonly ofSource: (workspaceId: string, sourceId: string) => Promise<readonly SourceRoute[]>
  readonly ofWorkspace: (workspaceId: string) => Promise<readonly SourceRoute[]>
  readonly all: () => Promise<readonly SourceRoute[]>
  /** With the row locked until the end of the transaction. */
  readonly lock: (workspaceId: string, sourceId: string, route: Route) => Promise<SourceRoute | null>
  readonly save: (route: SourceRoute) => Promise<void>
  readonly remove: (workspaceId: string, sourceId: string, route: Route, at: string) => Promise<void>
  /** Adds to what each route brought. Sources that are not known are left out. */
  readonly arrived: (workspaceId: string, arrivals: readonly RouteArrival[]) => Promise<void>
  readonly arrivals: (workspaceId: string) => Promise<readonly KnownArrival[]>
  readonly addTest: (test: RouteTest) => Promise<void>
  readonly setTestSent: (
    messageId: string,
    outcome: { readonly sentAt: string } | { readonly problem: string },
  ) => Promise<void>
  /** The first arrival counts, where it comes by the way that is tested. Returns which of these ids belong to tests at all. */
  readonly testsArrived: (messageIds: readonly string[], arrival: TestArrival) => Promise<readonly string[]>
  /** The newest test of each route of a source. */
  readonly latestTests: (workspaceId: string, sourceId: string) => Promise<readonly RouteTest[]>
}
