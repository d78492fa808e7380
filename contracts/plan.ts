import { z } from 'zod'

export const PlanView = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  segmentId: z.string(),
  workspace: z.object({ id: z.string(), name: z.string(), demo: z.boolean() }),
  headVersion: z.number().int().nullable(),
  liveVersion: z.number().int().nullable(),
  drift: z.object({ rules: z.number().int(), seenAt: z.string() }).nullable(),
  lastSeenAt: z.string().nullable(),
  /** The last sync that failed after `lastSeenAt`, in words. */
  problem: z.object({ code: z.string(), message: z.string(), at: z.string() }).nullable(),
  /** The running or queued sync of this plan. */
  syncJobId: z.string().nullable(),
  rules: z.number().int(),
  sources: z.array(z.object({ id: z.string(), name: z.string() })),
})

export type PlanView = z.infer<typeof PlanView>

export const VersionView = z.object({
  version: z.number().int(),
  at: z.string(),
  by: z.string(),
  note: z.string(),
  changeRequest: z.number().int().nullable(),
  liveOn: z.array(z.string()),
})

export type VersionView = z.infer<typeof VersionView>

export const Level = z.enum(['safe', 'breaking', 'unknown', 'documentation'])

/** What a rule has against a message; the pointer leads into the message, array indices as `*`. */
const Refusal = z.object({ pointer: z.string(), message: z.string() })

/**
 * A fact of the diff with its two opinions; the form is the command line's. `witness`: a message that was accepted and
 * is refused now, for the reasons in `refusals`.
 */
export const ChangeView = z.object({
  kind: z.string(),
  rule: z.object({ type: z.string(), key: z.string().nullable(), version: z.number().int() }),
  pointer: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  senders: Level,
  readers: Level,
  sentence: z.string(),
  why: z.object({ senders: z.string(), readers: z.string() }),
  witness: z.unknown().optional(),
  refusals: z.array(Refusal).optional(),
  /** Safe for whoever follows the plan; this breaks for those who already send a name that it did not know. */
  pure: z.object({ witness: z.unknown(), refusals: z.array(Refusal) }).optional(),
  /** The opinions are of this change alone: the whole rule is still to be compared. */
  pending: z.literal(true).optional(),
})

export type ChangeView = z.infer<typeof ChangeView>

export const DiffView = z.object({ changes: z.array(ChangeView) })

export type DiffView = z.infer<typeof DiffView>

/** `add` takes what the plan lacks, `update` also what differs, `replace` also removes what the file lacks. */
export const importModes = ['add', 'update', 'replace'] as const

/** The change request that a plan file became; `report` lists what the file held that no rule can express. */
export const PlanImported = z.object({
  number: z.number().int(),
  shape: z.string(),
  report: z.array(z.string()),
})

export type PlanImported = z.infer<typeof PlanImported>
