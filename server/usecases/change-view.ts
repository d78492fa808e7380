import type { ChangeView } from '@/contracts/plan'
import type { Change } from '@/domain/diff/change'
import { describeChange } from '@/domain/diff/describe-change'
import { judge } from '@/domain/impact/judge'

/** A fact of the diff with the two opinions on it, as it crosses the wire. */
export const changeView = (change: Change): ChangeView => {
  const { senders, readers } = judge(change)
  return {
    kind: change.kind,
    rule: change.rule,
    ...('pointer' in change ? { pointer: change.pointer } : {}),
    ...('before' in change ? { before: change.before } : {}),
    ...('after' in change ? { after: change.after } : {}),
    senders: senders.level,
    readers: readers.level,
    sentence: describeChange(change),
    why: { senders: senders.why, readers: readers.why },
  }
}
