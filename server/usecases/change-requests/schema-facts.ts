import { knownDefects } from '@/domain/plan/defects/known-defects'
import { isJsonObject, type Json } from '@/domain/plan/json'
import { memoByText } from '@/domain/plan/memo-by-text'
import { parseSchema } from '@/domain/plan/parse-schema'
import type { SchemaFacts } from '@/server/ports/check-store'
import { patternsOutsideRe2 } from './patterns-outside-re2'

/** What the text of a schema says by itself, null where nothing is to be said; the same text is looked at often. */
export const schemaFacts = memoByText((text: string): SchemaFacts | null => {
  const parsing = parseSchema(text)
  const schema: Json = parsing.ok ? parsing.value : null
  if (!isJsonObject(schema)) return { isObject: false, defects: [], patterns: patternsOutsideRe2(schema) }
  const defects = knownDefects(schema).map(({ pointer, explanation }) => ({ pointer, explanation }))
  const patterns = patternsOutsideRe2(schema)
  return defects.length === 0 && patterns.length === 0 ? null : { isObject: true, defects, patterns }
})
