import { describeChange } from '../diff/describe-change'
import { reported } from '../diff/reported'
import type { Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import type { ExplainedChange } from './explain-rule'

/** A judged change in words and plain JSON, as it can leave a thread, a process and a database column. */
export type ToldChange = Omit<ExplainedChange, 'change'> & {
  readonly kind: string
  readonly rule: RuleId
  readonly pointer?: string
  readonly before?: Json
  readonly after?: Json
  readonly sentence: string
}

/** Says what changed. Numbers that JavaScript cannot carry stand by their literal, as text. */
export const tellChange = ({ change, ...judged }: ExplainedChange): ToldChange => ({
  ...judged,
  kind: change.kind,
  rule: change.rule,
  ...('pointer' in change ? { pointer: change.pointer } : {}),
  ...('before' in change ? { before: reported(change.before ?? null) } : {}),
  ...('after' in change ? { after: reported(change.after ?? null) } : {}),
  sentence: describeChange(change),
})
