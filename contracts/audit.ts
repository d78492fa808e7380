import { z } from 'zod'

export const AuditEntryView = z.object({
  sequence: z.number().int(),
  at: z.string(),
  actor: z.object({ kind: z.enum(['person', 'token', 'job', 'system']), id: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

export type AuditEntryView = z.infer<typeof AuditEntryView>
