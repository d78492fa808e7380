import { parseSchema } from '../plan/parse-schema'
import type { Rule } from '../plan/rule'

/** Why nothing is proved of a rule that is rounded. */
export const tooManyDigits = 'A schema holds a number with more digits than can be compared.'

/** Whether the parsed schema is not what its text says. Reading the text again is for the few with enough digits. */
export const isRounded = ({ schemaText }: Rule): boolean => {
  if (!/\d{15}|\d[eE]/.test(schemaText)) return false
  const parsing = parseSchema(schemaText)
  return parsing.ok && parsing.inexact.length > 0
}
