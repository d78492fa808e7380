import type { z } from 'zod'
import type { Failure } from '@/contracts/failure'

/** What a contract found wrong, each with the place it was found at (`edits.0.jsonSchema`). */
export const invalidInput = (error: z.ZodError): Failure => ({
  code: 'invalid-input',
  fields: error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
})
