import type { ChangeView } from '@/contracts/plan'
import { describeChange } from '@/domain/diff/describe-change'
import { reported } from '@/domain/diff/reported'
import type { ExplainedChange } from '@/domain/impact/explain-rule'

/** A fact of the diff with the two opinions on it and what shows them, as it crosses the wire. */
export const changeView = ({ change, verdict, witness, refusals, pure }: ExplainedChange): ChangeView => ({
  kind: change.kind,
  rule: change.rule,
  ...('pointer' in change ? { pointer: change.pointer } : {}),
  ...('before' in change ? { before: reported(change.before ?? null) } : {}),
  ...('after' in change ? { after: reported(change.after ?? null) } : {}),
  senders: verdict.senders.level,
  readers: verdict.readers.level,
  sentence: describeChange(change),
  why: { senders: verdict.senders.why, readers: verdict.readers.why },
  ...(witness === undefined ? {} : { witness }),
  ...(refusals === undefined ? {} : { refusals: [...refusals] }),
  ...(pure === undefined ? {} : { pure: { witness: pure.witness, refusals: [...pure.refusals] } }),
})
