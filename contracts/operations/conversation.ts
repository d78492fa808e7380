import { z } from 'zod'
import { ChangeRequestView } from '../change-request'
import { AddComment, ApplySuggestion, CommentView, EditComment, ListComments, ThreadView } from '../comment'
import { listOf } from '../listing'
import { operation } from '../operation'
import { SayOfViolation, ViolationCommentView, ViolationTalk } from '../violation-comment'

const one = '/plans/{plan}/change-requests/{number}'

export const conversationOperations = {
  commentOnChangeRequest: operation({
    method: 'POST',
    path: `${one}/comments`,
    summary: 'Comment on a request, a rule or a place in it; whoever is mentioned may reply there',
    needs: 'answer',
    body: AddComment,
    answer: CommentView,
    status: 201,
  }),
  listComments: operation({
    method: 'GET',
    path: `${one}/comments`,
    summary: 'Everything that was said about a request, oldest first',
    needs: 'read-change-requests',
    query: ListComments,
    answer: listOf(CommentView),
    status: 200,
  }),
  editComment: operation({
    method: 'PATCH',
    path: `${one}/comments/{id}`,
    summary: 'Say it in other words; for its author',
    needs: 'answer',
    body: EditComment,
    answer: CommentView,
    status: 200,
  }),
  deleteComment: operation({
    method: 'DELETE',
    path: `${one}/comments/{id}`,
    summary: 'Take one’s own words back; the place stays, marked as deleted',
    needs: 'answer',
    answer: z.null(),
    status: 204,
  }),
  applySuggestion: operation({
    method: 'POST',
    path: `${one}/comments/{id}/apply`,
    summary: 'Take a suggestion over into the edits; whoever made it has written them too',
    needs: 'edit-own-request',
    body: ApplySuggestion,
    answer: ChangeRequestView,
    status: 200,
  }),
  resolveThread: operation({
    method: 'POST',
    path: `${one}/threads/{id}/resolve`,
    summary: 'Nothing is left to say in this thread',
    needs: 'comment',
    answer: ThreadView,
    status: 200,
  }),
  reopenThread: operation({
    method: 'POST',
    path: `${one}/threads/{id}/reopen`,
    summary: 'Something is left to say after all',
    needs: 'comment',
    answer: ThreadView,
    status: 200,
  }),
  commentOnViolation: operation({
    method: 'POST',
    path: '/violations/{id}/comments',
    summary: 'Say something about a violation; whoever is mentioned may answer',
    needs: 'answer',
    body: SayOfViolation,
    answer: ViolationCommentView,
    status: 201,
  }),
  listViolationComments: operation({
    method: 'GET',
    path: '/violations/{id}/comments',
    summary: 'Everything that was said about a violation, oldest first',
    needs: 'read-violations',
    answer: ViolationTalk,
    status: 200,
  }),
  editViolationComment: operation({
    method: 'PATCH',
    path: '/violation-comments/{id}',
    summary: 'Say it in other words; for its author',
    needs: 'answer',
    body: SayOfViolation,
    answer: ViolationCommentView,
    status: 200,
  }),
  deleteViolationComment: operation({
    method: 'DELETE',
    path: '/violation-comments/{id}',
    summary: 'Take one’s own words back; the place stays, marked as deleted',
    needs: 'answer',
    answer: z.null(),
    status: 204,
  }),
} as const
