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

/** A fact of the diff with its two opinions; the form is the command line's. */
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
