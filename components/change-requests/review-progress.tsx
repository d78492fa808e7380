import type { ReviewView } from '@/contracts/review-view'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { groupState } from './group-state'

/** How many of the decisions that a request asks for the reader has made, and the way to the next request. */
export const ReviewProgress = ({
  groups,
  onNext,
}: Pick<ReviewView, 'groups'> & { readonly onNext: () => void }) => {
  const states = groups.map(groupState)
  const made = states.filter(({ isDecided }) => isDecided).length
  const changed = states.filter((state) => state.changed > 0).length
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
      <span role="status">
        <span className="tabular-nums">
          {made} of {groups.length}
        </span>{' '}
        {groups.length === 1 ? 'decision' : 'decisions'} made
        {changed > 0 ? `, ${changed} changed since you looked` : null}
      </span>
      <Button size="sm" variant="ghost" onClick={onNext}>
        Next request <Kbd>]</Kbd>
      </Button>
    </div>
  )
}
