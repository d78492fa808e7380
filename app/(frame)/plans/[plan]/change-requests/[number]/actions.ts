'use server'
import { z } from 'zod'
import { defineAction } from '@/app/_entry/define-action'
import { thenNumber, thenReview } from '@/app/_entry/then-review'
import {
  DescribeChangeRequest,
  GiveReview,
  PublishChangeRequest,
  ResolveConflicts,
  SaveEdits,
} from '@/contracts/change-request'
import { AddComment, ApplySuggestion, EditComment } from '@/contracts/comment'
import { MarkLooked } from '@/contracts/review-view'
import { abandonPublish } from '@/server/usecases/change-requests/abandon-publish'
import { closeChangeRequest } from '@/server/usecases/change-requests/close-change-request'
import { describeChangeRequest } from '@/server/usecases/change-requests/describe-change-request'
import { giveReview } from '@/server/usecases/change-requests/give-review'
import { publishChangeRequest } from '@/server/usecases/change-requests/publish-change-request'
import { reopenChangeRequest } from '@/server/usecases/change-requests/reopen-change-request'
import { resolveConflicts as runResolveConflicts } from '@/server/usecases/change-requests/resolve-conflicts'
import { resumePublish } from '@/server/usecases/change-requests/resume-publish'
import { revertChangeRequest } from '@/server/usecases/change-requests/revert-change-request'
import { saveEdits as runSaveEdits } from '@/server/usecases/change-requests/save-edits'
import { submitChangeRequest } from '@/server/usecases/change-requests/submit-change-request'
import { updateChangeRequest } from '@/server/usecases/change-requests/update-change-request'
import { withdrawChangeRequest } from '@/server/usecases/change-requests/withdraw-change-request'
import { rerunChecks as runRerunChecks } from '@/server/usecases/checks/rerun-checks'
import { addComment as runAddComment } from '@/server/usecases/conversation/add-comment'
import { deleteComment as runDeleteComment } from '@/server/usecases/conversation/delete-comment'
import { editComment as runEditComment } from '@/server/usecases/conversation/edit-comment'
import {
  reopenThread as runReopenThread,
  resolveThread as runResolveThread,
} from '@/server/usecases/conversation/settle-thread'
import { takeSuggestion as runTakeSuggestion } from '@/server/usecases/conversation/take-suggestion'
import { cancelJob } from '@/server/usecases/jobs/cancel-job'
import { unschedulePublish } from '@/server/usecases/publish-queue/unschedule-publish'
import { startReplay } from '@/server/usecases/replay/start-replay'
import { markLooked as runMarkLooked } from '@/server/usecases/reviewing/mark-looked'

const Place = z.object({ plan: z.string(), number: z.int().min(1) })
const Named = Place.extend({ id: z.string() })

export const submit = defineAction(Place, thenReview(submitChangeRequest))
export const withdraw = defineAction(Place, thenReview(withdrawChangeRequest))
export const close = defineAction(Place, thenReview(closeChangeRequest))
export const reopen = defineAction(Place, thenReview(reopenChangeRequest))
export const revert = defineAction(Place, thenNumber(revertChangeRequest))
export const update = defineAction(Place, thenReview(updateChangeRequest))
export const abandon = defineAction(Place, thenReview(abandonPublish))
export const describe = defineAction(
  Place.extend(DescribeChangeRequest.shape),
  thenReview(describeChangeRequest),
)
export const saveEdits = defineAction(Place.extend(SaveEdits.shape), thenReview(runSaveEdits))
export const resolveConflicts = defineAction(
  Place.extend(ResolveConflicts.shape),
  thenReview(runResolveConflicts),
)
export const review = defineAction(Place.extend(GiveReview.shape), thenReview(giveReview))
export const markLooked = defineAction(Place.extend(MarkLooked.shape), thenReview(runMarkLooked))
export const publish = defineAction(Place.extend(PublishChangeRequest.shape), publishChangeRequest)
export const unschedule = defineAction(Place, thenReview(unschedulePublish))
export const resume = defineAction(Place, resumePublish)
export const rerunChecks = defineAction(Place, runRerunChecks)
export const replay = defineAction(Place, (ctx, { plan, number }) =>
  startReplay(ctx, { plan, changeRequest: number }),
)
export const cancelReplay = defineAction(z.object({ id: z.string() }), cancelJob)
export const addComment = defineAction(Place.and(AddComment), runAddComment)
export const editComment = defineAction(Named.extend(EditComment.shape), runEditComment)
export const deleteComment = defineAction(Named, runDeleteComment)
export const resolveThread = defineAction(Named, runResolveThread)
export const reopenThread = defineAction(Named, runReopenThread)
export const takeSuggestion = defineAction(Named.extend(ApplySuggestion.shape), thenReview(runTakeSuggestion))
