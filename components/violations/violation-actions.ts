import type { SaveBoardFilter, SavedBoardFilter, Triaged, TriageMany } from '@/contracts/board'
import type { ChangeViolation, ViolationView } from '@/contracts/violation'
import type { ViolationCommentView } from '@/contracts/violation-comment'
import type { Action } from '../data/action'

/** What people can do on the board. */
export type BoardActions = {
  readonly triage: Action<TriageMany, Triaged>
  readonly saveFilter: Action<SaveBoardFilter, SavedBoardFilter>
  readonly deleteFilter: Action<{ readonly id: string }, null>
}

/** What people can do on the page of one violation. */
export type ViolationActions = {
  readonly change: Action<{ readonly id: string } & ChangeViolation, ViolationView>
  readonly comment: Action<{ readonly id: string; readonly body: string }, ViolationCommentView>
  readonly editComment: Action<{ readonly id: string; readonly body: string }, ViolationCommentView>
  readonly deleteComment: Action<{ readonly id: string }, null>
}
