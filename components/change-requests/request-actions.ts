import type {
  DescribeChangeRequest,
  GiveReview,
  PublishChangeRequest,
  ResolveConflicts,
  SaveEdits,
} from '@/contracts/change-request'
import type { AddComment, CommentView, ThreadView } from '@/contracts/comment'
import type { ActionResult } from '@/contracts/failure'
import type { JobStarted, JobView } from '@/contracts/job'
import type { MarkLooked, ReviewView } from '@/contracts/review-view'
import type { Action } from '../data/action'

/** Which change request. */
export type RequestPlace = { readonly plan: string; readonly number: number }

/** Asks the server to do something to a request; gives the request as it is then. */
export type RequestAction<Input = object> = (input: RequestPlace & Input) => Promise<ActionResult<ReviewView>>

/** Starts something that takes time; a job tells how far it is. */
export type JobAction<Input = object> = (input: RequestPlace & Input) => Promise<ActionResult<JobStarted>>

type Named = RequestPlace & { readonly id: string }

/** What the page of a request may ask the server to do. */
export type RequestActions = {
  readonly submit: RequestAction
  readonly withdraw: RequestAction
  readonly close: RequestAction
  readonly reopen: RequestAction
  readonly revert: Action<RequestPlace, { readonly number: number }>
  readonly update: RequestAction
  readonly abandon: RequestAction
  readonly describe: RequestAction<DescribeChangeRequest>
  readonly saveEdits: RequestAction<SaveEdits>
  readonly resolveConflicts: RequestAction<ResolveConflicts>
  readonly review: RequestAction<GiveReview>
  readonly markLooked: RequestAction<MarkLooked>
  readonly publish: JobAction<PublishChangeRequest>
  readonly unschedule: RequestAction
  readonly resume: JobAction
  readonly rerunChecks: JobAction
  /** Judges recorded traffic by the request once more. */
  readonly replay: JobAction
  readonly cancelReplay: Action<{ readonly id: string }, JobView>
  readonly addComment: Action<RequestPlace & AddComment, CommentView>
  readonly editComment: Action<Named & { readonly body: string }, CommentView>
  readonly deleteComment: Action<Named, null>
  readonly takeSuggestion: RequestAction<{ readonly id: string; readonly fingerprint: string }>
  readonly resolveThread: Action<Named, ThreadView>
  readonly reopenThread: Action<Named, ThreadView>
}
