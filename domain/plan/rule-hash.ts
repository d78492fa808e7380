import { canonicalForm } from './canonical-form'
import type { ExactJson } from './exact-json'
import { memoByText } from './memo-by-text'
import { schemaBounds } from './parse-schema'
import { printSorted } from './print-json'
import { readJson } from './read-json'
import { sha256OfText } from './sha256'
import { withoutFilledIn } from './without-filled-in'

/** SHA-256 (64 hex digits) of any text. */
export const hashText = (text: string): string => sha256OfText(text)

/** The content hash of a schema that is already parsed. Prefer `ruleHash`: only the text knows large integers. */
export const schemaHash = (schema: ExactJson): string =>
  hashText(printSorted(canonicalForm(withoutFilledIn(schema))))

/**
 * The content hash of a rule: SHA-256 (hex) of the canonical form of its schema, with number literals as written and
 * without the empty sections that Segment fills in.
 * One look at a request asks for each of its rules several times, so the newest are remembered.
 * Throws on text that `parseSchema` refuses; no rule holds such text.
 */
export const ruleHash = memoByText((schemaText: string): string => {
  const reading = readJson(schemaText, schemaBounds)
  if (!reading.ok) throw new Error(`A rule without a readable schema has no hash: ${reading.refusal.message}`)
  return schemaHash(reading.value)
})
