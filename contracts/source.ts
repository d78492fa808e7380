import { z } from 'zod'
import { routes } from '@/domain/sources/route'
import { ListQuery } from './listing'

const Named = z.object({ id: z.string(), name: z.string() })

/** `set-up-by-hand`: nothing was made for it from here, and yet it brings something. */
export const routeStatuses = [
  'not-connected',
  'set-up-by-hand',
  'connecting',
  'by-hand',
  'connected',
  'disconnecting',
  'failed',
] as const

/** One way in which violations of a source come here, in short. `route` may also be `import`. */
export const SourceRouteSummary = z.object({
  route: z.string(),
  status: z.enum(routeStatuses),
  arrivals: z.number().int(),
  lastArrivalAt: z.string().nullable(),
})

export const SourceRow = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  kind: z.string(),
  platform: z.enum(['web', 'mobile', 'server', 'unknown']),
  enabled: z.boolean(),
  workspace: Named,
  plan: Named.nullable(),
  /** Segment's schema settings as it gives them; null where it has none for this kind of source. */
  settings: z.record(z.string(), z.unknown()).nullable(),
  destinations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      enabled: z.boolean(),
      /** `either`: the destination can be in both modes, and Segment does not say in which it is. */
      mode: z.enum(['cloud', 'device', 'either', 'unknown']),
    }),
  ),
  /** What happens to bad data, in one line. */
  summary: z.string(),
  routes: z.array(SourceRouteSummary),
  /**
   * The last 24 hours: events that Segment let pass and blocked, and violations that arrived here. `perMillion` of these
   * events; null where Segment counted none, and where calls or violations came by the collector or from a file.
   */
  lastDay: z.object({
    volume: z.number(),
    blocked: z.number(),
    violations: z.number(),
    perMillion: z.number().nullable(),
  }),
  /**
   * Violations of the last 30 days that came too late to be counted, and the day the last of them came (`YYYY-MM-DD`);
   * null where there are none.
   */
  late: z.object({ count: z.number().int(), lastDay: z.string() }).nullable(),
  /** The newest hour in which Segment counted an event. */
  lastEventAt: z.string().nullable(),
  /** When Segment was last asked about the source. */
  seenAt: z.string(),
})

export type SourceRow = z.infer<typeof SourceRow>

const Sender = z.object({ name: z.string(), count: z.number(), lastSeen: z.string() })

export const SourceView = SourceRow.extend({
  enforcement: z.discriminatedUnion('judged', [
    z.object({
      judged: z.literal(true),
      rows: z.array(
        z.object({
          call: z.enum(['track', 'identify', 'group', 'page', 'screen']),
          bad: z.enum(['unplanned-event', 'unplanned-names', 'schema', 'common-schema']),
          choice: z.enum(['allow', 'block', 'omit']).nullable(),
          sentence: z.string(),
          exceptions: z.array(z.string()),
        }),
      ),
    }),
    z.object({ judged: z.literal(false), reason: z.string() }),
  ]),
  /** Per hour of the last 7 days, oldest first, hours without anything left out. */
  hours: z.array(
    z.object({ hour: z.string(), volume: z.number(), blocked: z.number(), violations: z.number() }),
  ),
  /** The last 7 days, by Segment's reason. */
  blockedReasons: z.array(z.object({ reason: z.string(), words: z.string(), count: z.number() })),
  blockedAppVersions: z.array(z.object({ appVersion: z.string(), count: z.number() })),
  reconciled: z.object({
    blocked: z.number(),
    reported: z.number(),
    arrived: z.number(),
    sentence: z.string().nullable(),
  }),
  appVersions: z.array(Sender),
  libraries: z.array(Sender),
  /** Where Segment's own screen for this source's schema settings is; null for the demo. */
  segmentUrl: z.string().nullable(),
})

export type SourceView = z.infer<typeof SourceView>

export const ListSources = ListQuery.extend({
  plan: z.string().optional(),
  q: z.string().max(200).optional(),
})

export type ListSources = z.infer<typeof ListSources>

export const RouteTestView = z.object({
  messageId: z.string(),
  event: z.string(),
  pointer: z.string(),
  madeAt: z.string(),
  /** Null where it has to be sent by hand, with `command`. */
  sentAt: z.string().nullable(),
  problem: z.string().nullable(),
  arrivedAt: z.string().nullable(),
})

export type RouteTestView = z.infer<typeof RouteTestView>

/** A way in which violations of a source can come here: what it takes, how far it is, and whether it was seen to work. */
export const RouteView = z.object({
  route: z.enum(routes),
  status: z.enum(routeStatuses),
  /** What will be made or changed in Segment, said before it is. */
  willDo: z.array(z.string()),
  /** What it costs and what it misses. */
  notes: z.array(z.string()),
  /** Why it cannot be connected; null where it can. */
  obstacle: z.string().nullable(),
  steps: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      state: z.enum(['waiting', 'done', 'failed', 'by-hand']),
      words: z.string(),
    }),
  ),
  /** Values to copy where a step has to be done in Segment's own screens. */
  byHand: z.array(z.object({ label: z.string(), value: z.string() })),
  arrivals: z.number().int(),
  lastArrivalAt: z.string().nullable(),
  jobId: z.string().nullable(),
  test: RouteTestView.nullable(),
})

export type RouteView = z.infer<typeof RouteView>

/** `command` sends the call by hand, for tokens that may not see write keys. */
export const RouteTestStarted = RouteTestView.extend({ command: z.string() })

export type RouteTestStarted = z.infer<typeof RouteTestStarted>

export const RoutePlace = z.object({ id: z.string(), route: z.string() })

export type RoutePlace = z.infer<typeof RoutePlace>
