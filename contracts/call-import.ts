import { z } from 'zod'
import { ImportViolations, ViolationsImported } from './violation-import'

export const ImportCalls = ImportViolations.extend({
  /** Whose calls they are: its plan and its settings judge them. */
  source: z.string().min(1).max(200),
})

export type ImportCalls = z.infer<typeof ImportCalls>

/** `taken`, `duplicates`, `late` and `refused` are of calls here. */
export const CallsImported = ViolationsImported.extend({
  /** Calls that break the plan, of all that were judged. */
  broken: z.number().int(),
  /** Calls of which a rule could not tell. */
  notJudged: z.number().int(),
  /** Violations that were counted; one call may break several constraints. */
  violations: z.number().int(),
})

export type CallsImported = z.infer<typeof CallsImported>
