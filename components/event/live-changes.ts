import { describeChange } from '@/domain/diff/describe-change'
import { diffSchemas } from '@/domain/diff/diff-schemas'
import { schemaBounds } from '@/domain/plan/parse-schema'
import { readJson } from '@/domain/plan/read-json'
import type { RuleId } from '@/domain/plan/rule'

export type Proposal = {
  readonly rule: RuleId
  /** The rule's schema in the version that is edited; null for a new rule. */
  readonly before: string | null
  /** The schema proposed; null to remove the rule. */
  readonly after: string | null
  readonly newKey: string | undefined
}

export type LiveChanges =
  | { readonly ok: true; readonly sentences: readonly string[] }
  /** What is written is no schema yet. */
  | { readonly ok: false; readonly message: string }

/** What a proposal changes, in sentences, while it is being written. */
export const liveChanges = ({ rule, before, after, newKey }: Proposal): LiveChanges => {
  if (after === null)
    return { ok: true, sentences: before === null ? [] : ['The event is removed from the plan'] }
  const read = readJson(after, schemaBounds)
  if (!read.ok) return { ok: false, message: read.refusal.message }
  if (before === null) return { ok: true, sentences: ['The event is new'] }
  const old = readJson(before, schemaBounds)
  const changes = old.ok
    ? diffSchemas(rule, old.value, read.value).map(describeChange)
    : ['The schema is replaced']
  const renamed = newKey === undefined ? [] : [`It is called ${newKey} now`]
  // A text that says the same in another layout is still an edit of the text.
  const relaid = changes.length === 0 && before !== after ? ['Only the layout of the JSON differs'] : []
  return { ok: true, sentences: [...renamed, ...changes, ...relaid] }
}
