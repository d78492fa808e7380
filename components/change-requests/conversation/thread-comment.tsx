import type { CommentView } from '@/contracts/comment'
import { CommentItem } from '../../conversation/comment-item'
import type { RequestPlace } from '../request-actions'
import { Suggestion } from './suggestion'
import type { TakeSuggestion } from './take-with'
import { type TalkActions, useDeleteComment, useEditComment } from './use-talk'

type ThreadCommentProps = {
  readonly place: RequestPlace
  readonly actions: TalkActions
  readonly take: TakeSuggestion
  readonly comment: CommentView
}

/** One comment of a thread, with the suggestion that goes along with it. */
export const ThreadComment = ({ place, actions, take, comment }: ThreadCommentProps) => (
  <CommentItem
    comment={comment}
    edit={useEditComment(place, comment.id, actions)}
    remove={useDeleteComment(place, comment.id, actions)}
  >
    <Suggestion comment={comment} take={take} />
  </CommentItem>
)
