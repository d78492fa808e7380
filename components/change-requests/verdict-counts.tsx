import type { ReviewView } from '@/contracts/review-view'
import { type Level, levelLook, worstLevel } from '../diff/level-look'
import { Spinner } from '../ui/spinner'
import { Status } from '../ui/status'

const order: readonly Level[] = ['breaking', 'unknown', 'safe', 'documentation']

/** How many changes hurt somebody, and how many nobody: each counted by the worse of its two verdicts. */
export const VerdictCounts = ({ groups }: Pick<ReviewView, 'groups'>) => {
  const changes = groups.flatMap((group) => group.edits.flatMap(() => group.changes))
  const judged = changes.filter(({ pending }) => !pending)
  const pending = changes.length - judged.length
  const levels = judged.map(({ senders, readers }) => worstLevel([senders, readers]))
  if (changes.length === 0) return null
  return (
    <ul aria-label="Verdicts" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      {order
        .map((level) => ({ level, count: levels.filter((each) => each === level).length }))
        .filter(({ count }) => count > 0)
        .map(({ level, count }) => (
          <li key={level}>
            <Status tone={levelLook[level].tone} icon={levelLook[level].icon}>
              <span className="tabular-nums">{count}</span> {levelLook[level].word}
            </Status>
          </li>
        ))}
      {pending > 0 ? (
        <li className="flex items-center gap-1.5 text-sm" role="status">
          <Spinner className="text-accent" />
          <span>
            comparing <span className="tabular-nums">{pending}</span> {pending === 1 ? 'change' : 'changes'}
          </span>
        </li>
      ) : null}
    </ul>
  )
}
