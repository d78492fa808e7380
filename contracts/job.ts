import { z } from 'zod'

export const jobKinds = [
  'sync-workspace',
  'sync-plan',
  'publish',
  'publish-ours',
  'pull-metrics',
  'run-checks',
  'replay',
  'connect-route',
  'disconnect-route',
  'deliver-alert',
  'send-digest',
] as const

/** A publish that was asked for and has not begun. */
const JobWait = z.object({
  plan: z.string(),
  /** Of the change request. */
  number: z.number().int(),
  /** For what it waits, in words. */
  reason: z.string(),
  /** Not before this instant: its hour, or the next one at which the plan may be published. */
  until: z.string().nullable(),
  isScheduled: z.boolean(),
  can: z.object({ leave: z.boolean() }),
})

export const JobView = z.object({
  id: z.string(),
  kind: z.enum(jobKinds),
  status: z.enum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
  progress: z
    .object({ done: z.number().int(), total: z.number().int().nullable(), unit: z.string() })
    .nullable(),
  result: z.unknown().optional(),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  attempts: z.number().int(),
  subject: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Only of a publish that waits for its hour or its turn. */
  waits: JobWait.optional(),
})

export type JobView = z.infer<typeof JobView>

export type JobKind = (typeof jobKinds)[number]

export const JobStarted = z.object({ jobId: z.string() })

export type JobStarted = z.infer<typeof JobStarted>
