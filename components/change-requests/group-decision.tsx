'use client'
import { CircleCheck, CirclePause, Eye } from 'lucide-react'
import type { EditGroupView, ReviewView } from '@/contracts/review-view'
import { ruleIdOf } from '@/domain/plan/rule-id'
import { FailureNote } from '../data/failure-note'
import { isFailure } from '../data/request-failed'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { countOfRules, type GroupState } from './group-state'
import type { RequestWork } from './use-request-work'
import type { SeenEdits } from './use-seen-edits'

type GroupDecisionProps = {
  readonly view: ReviewView
  readonly group: EditGroupView
  readonly state: GroupState
  readonly work: RequestWork
  readonly seen: SeenEdits
  /** Words are needed for that, so it happens elsewhere. */
  readonly onAskForChanges: (group: EditGroupView) => void
}

/** One decision on all edits of a group. The keys that press these buttons are those of the whole list. */
export const GroupDecision = ({ view, group, state, work, seen, onAskForChanges }: GroupDecisionProps) => {
  const { review, look } = work
  const rules = group.edits.map(ruleIdOf)
  const isMine = (given: readonly unknown[] | undefined) => JSON.stringify(given) === JSON.stringify(rules)
  const isReviewing = review.isPending && isMine(review.variables?.rules)
  const error = isMine(review.variables?.rules) ? review.error : null
  const { fingerprint } = view
  const isUnseen = seen.changed !== null
  const mayMark = state.verdict === null && !isUnseen
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      {view.can.approve && state.verdict !== 'approve' ? (
        <Button
          size="sm"
          data-key="a"
          icon={<CircleCheck aria-hidden="true" className="text-good" />}
          pending={isReviewing}
          disabled={isUnseen}
          onClick={() =>
            review.mutate(
              { verdict: 'approve', fingerprint, rules },
              { onSuccess: () => toast.success(`Approved ${countOfRules(group.edits)}.`) },
            )
          }
        >
          {group.edits.length === 1 ? 'Approve' : `Approve all ${group.edits.length}`}
        </Button>
      ) : null}
      {view.can.review && state.verdict !== 'request-changes' ? (
        <Button
          size="sm"
          variant="quiet"
          data-key="x"
          icon={<CirclePause aria-hidden="true" />}
          disabled={isUnseen}
          onClick={() => onAskForChanges(group)}
        >
          Ask for changes
        </Button>
      ) : null}
      {mayMark ? (
        <Button
          size="sm"
          variant="quiet"
          data-key="m"
          icon={<Eye aria-hidden="true" />}
          pending={look.isPending && isMine(look.variables?.rules)}
          onClick={() => look.mutate({ fingerprint, rules })}
        >
          Mark as looked at
        </Button>
      ) : null}
      {error && !isFailure(error, 'stale') ? <FailureNote error={error} /> : null}
    </div>
  )
}
