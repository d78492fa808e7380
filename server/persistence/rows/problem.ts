import { z } from 'zod'

/** The json columns that say what went wrong. */
export const StoredProblem = z.object({ code: z.string(), message: z.string(), at: z.string() })

export const StoredError = z.object({ code: z.string(), message: z.string() })
