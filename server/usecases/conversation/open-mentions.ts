import { can } from '@/domain/review/can'
import { isMentioned, isMentionOpen, type Mentionable, mentionableOf } from '@/domain/review/mentions'
import { isOver } from '@/domain/review/transition'
import type { CommentThread } from '@/server/ports/comment-store'
import type { Stores } from '@/server/ports/stores'
import type { LoadedRequest } from '../change-requests/load-change-request'

/** Everybody who may see a request; a name of anybody else is plain text. */
export const mentionableIn = async (stores: Stores): Promise<Mentionable> =>
  mentionableOf((await stores.people.list()).filter(({ role }) => can(role, 'read-change-requests')))

type Discussed = Pick<LoadedRequest, 'reviews' | 'threads'>

/** Whether others mention a person in a thread. */
export const isAskedIn = ({ comments }: CommentThread, person: string, mentionable: Mentionable): boolean =>
  isMentioned(comments, person, mentionable)

/** The same in the words of a review, which stand in no thread. */
export const isAskedByReview = (
  { reviews }: Pick<Discussed, 'reviews'>,
  person: string,
  mentionable: Mentionable,
): boolean => isMentioned(reviews, person, mentionable)

/**
 * Whether a request mentions a person who has not answered: in a thread that nobody has resolved, or in the words of a
 * review, which are answered by whatever the person says later. What is over asks nobody any more.
 */
export const mentionsOpenly = (
  { request, reviews, threads }: Discussed & Pick<LoadedRequest, 'request'>,
  person: string,
  mentionable: Mentionable,
): boolean => {
  if (isOver(request.status)) return false
  const standing = threads.map(({ resolved, comments }) => (resolved === null ? comments : []))
  if (standing.some((comments) => isMentionOpen(comments, person, mentionable))) return true
  const answers = threads.flatMap(({ comments }) =>
    comments.filter(({ by }) => by === person).map(({ by, at }) => ({ by, at, body: '' })),
  )
  const inOrder = [...reviews, ...answers].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
  return isMentionOpen(inOrder, person, mentionable)
}
