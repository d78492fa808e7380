import type { ChangeView } from '@/contracts/plan'
import type { Change } from '@/domain/diff/change'
import { describeChange } from '@/domain/diff/describe-change'
import { diffSchemas } from '@/domain/diff/diff-schemas'
import { judge } from '@/domain/impact/judge'
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
  | {
      readonly ok: true
      readonly sentences: readonly string[]
      /** What the old and the new schema differ in, each by itself: the server compares them as wholes. */
      readonly changes: readonly ChangeView[]
    }
  /** What is written is no schema yet. */
  | { readonly ok: false; readonly message: string }

/** What a proposal changes, in sentences, while it is being written. */
export const liveChanges = ({ rule, before, after, newKey }: Proposal): LiveChanges => {
  if (after === null) return told(before === null ? [] : ['The event is removed from the plan'])
  const read = readJson(after, schemaBounds)
  if (!read.ok) return { ok: false, message: read.refusal.message }
  if (before === null) return told(['The event is new'])
  const old = readJson(before, schemaBounds)
  const changes = old.ok ? diffSchemas(rule, old.value, read.value) : []
  const sentences = old.ok ? changes.map(describeChange) : ['The schema is replaced']
  const renamed = newKey === undefined ? [] : [`It is called ${newKey} now`]
  // A text that says the same in another layout is still an edit of the text.
  const relaid = sentences.length === 0 && before !== after ? ['Only the layout of the JSON differs'] : []
  return told([...renamed, ...sentences, ...relaid], changes.map(pending))
}

const told = (sentences: readonly string[], changes: readonly ChangeView[] = []): LiveChanges => ({
  ok: true,
  sentences,
  changes,
})

const pending = (change: Change): ChangeView => {
  const { senders, readers } = judge(change)
  return {
    kind: change.kind,
    rule: change.rule,
    ...('pointer' in change ? { pointer: change.pointer } : {}),
    ...('before' in change ? { before: change.before } : {}),
    ...('after' in change ? { after: change.after } : {}),
    sentence: describeChange(change),
    senders: senders.level,
    readers: readers.level,
    why: { senders: senders.why, readers: readers.why },
    ...(senders.level === 'documentation' ? {} : { pending: true }),
  }
}
