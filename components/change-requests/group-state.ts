import type { EditGroupView } from '@/contracts/review-view'
import type { DecisionVerdict } from '@/domain/review/decisions'

/** How far a person is with a group. `verdict`: the one that all its edits have; null while they differ. */
export type GroupState = {
  readonly verdict: DecisionVerdict | null
  /** Edits that are decided on as they are. */
  readonly decided: number
  /** Edits that are no longer what was decided on. */
  readonly changed: number
  readonly isDecided: boolean
}

export const groupState = ({ edits }: Pick<EditGroupView, 'edits'>): GroupState => {
  const decisions = edits.flatMap(({ decision }) => (decision === null ? [] : [decision]))
  const standing = decisions.filter(({ changed }) => !changed)
  const [first] = standing
  const isDecided = standing.length === edits.length
  const isOne = isDecided && standing.every(({ verdict }) => verdict === first?.verdict)
  return {
    verdict: isOne ? (first?.verdict ?? null) : null,
    decided: standing.length,
    changed: decisions.length - standing.length,
    isDecided,
  }
}

/** "137 events", "1 call": what a group of edits is about. */
export const countOfRules = (edits: EditGroupView['edits']): string => {
  const word = edits.every(({ type }) => type === 'TRACK') ? 'event' : 'call'
  return edits.length === 1 ? `1 ${word}` : `${edits.length} ${word}s`
}
