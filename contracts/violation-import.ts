import { z } from 'zod'

export const ImportViolations = z.object({
  format: z.enum(['ndjson', 'csv']).default('ndjson'),
  /** Whose violations they are where a record does not say. */
  source: z.string().max(200).optional(),
  /** The line of a larger file that this part begins at; a CSV part has the header before it. */
  line: z.coerce.number().int().min(1).default(1),
})

export type ImportViolations = z.infer<typeof ImportViolations>

/** Refused records that are named, of however many there are. */
export const mostRefusalsTold = 100

export const ViolationsImported = z.object({
  records: z.number().int(),
  /** Violations that were counted; a record may tell of several. */
  taken: z.number().int(),
  /** Known already, by this or another route. */
  duplicates: z.number().int(),
  /** From so long ago that it cannot be known whether they were counted: not counted. */
  late: z.number().int(),
  refused: z.number().int(),
  /** The first of them, by their line in the file. */
  refusals: z.array(z.object({ line: z.number().int(), reason: z.string() })),
})

export type ViolationsImported = z.infer<typeof ViolationsImported>
