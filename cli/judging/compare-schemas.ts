import type { Comparison, ComparisonOptions } from '@/domain/compatibility/compare'
import { compareExact } from '@/domain/compatibility/compare-exact'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { type JsonRefusal, readJson } from '@/domain/plan/read-json'
import type { Job } from './job'

/** Two schemas as text. */
export type SchemaTexts = { readonly before: string; readonly after: string }

/** `comparison` is a `Comparison` as JSON. `malformed`: one of the texts is no JSON, and why. */
export type ComparedSchemas =
  | { readonly comparison: string }
  | { readonly malformed: keyof SchemaTexts; readonly why: string }

/** The job of `compare old.json new.json`. What is too deep, too large or ambiguous is unknown. */
export const compareSchemas =
  (options: ComparisonOptions): Job<SchemaTexts, ComparedSchemas> =>
  (texts) => {
    const [before, after] = [readJson(texts.before, schemaBounds), readJson(texts.after, schemaBounds)]
    if (!before.ok) return refused('before', before.refusal)
    if (!after.ok) return refused('after', after.refusal)
    return compared(compareExact(before.value, after.value, options))
  }

const refused = (side: keyof SchemaTexts, { code, message }: JsonRefusal): ComparedSchemas =>
  code === 'malformed' ? { malformed: side, why: message } : compared({ verdict: 'unknown', reason: message })

const compared = (comparison: Comparison): ComparedSchemas => ({ comparison: JSON.stringify(comparison) })
