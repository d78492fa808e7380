'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AddComment } from '@/contracts/comment'
import { unwrapAction } from '../../data/unwrap-action'
import { reviewQuery } from '../change-request-queries'
import type { RequestActions, RequestPlace } from '../request-actions'

export type TalkActions = Pick<
  RequestActions,
  'addComment' | 'editComment' | 'deleteComment' | 'resolveThread' | 'reopenThread'
>

/** Reads the request again and is done only then, so that what is pending stays on the screen until it is there. */
const useReread = (place: RequestPlace) => {
  const queries = useQueryClient()
  return async () => {
    queries.invalidateQueries({ queryKey: ['change-requests'] })
    await queries.invalidateQueries({ queryKey: reviewQuery(place).queryKey, exact: true })
  }
}

export const useAddComment = (place: RequestPlace, { addComment }: Pick<TalkActions, 'addComment'>) =>
  useMutation({
    mutationFn: (input: AddComment) => unwrapAction(addComment({ ...place, ...input })),
    onSettled: useReread(place),
  })

export const useEditComment = (place: RequestPlace, id: string, { editComment }: TalkActions) =>
  useMutation({
    mutationFn: (body: string) => unwrapAction(editComment({ ...place, id, body })),
    onSettled: useReread(place),
  })

export const useDeleteComment = (place: RequestPlace, id: string, { deleteComment }: TalkActions) =>
  useMutation({
    mutationFn: () => unwrapAction(deleteComment({ ...place, id })),
    onSettled: useReread(place),
  })

export const useSettleThread = (
  place: RequestPlace,
  id: string,
  { resolveThread, reopenThread }: TalkActions,
) =>
  useMutation({
    mutationFn: (what: 'resolve' | 'reopen') =>
      unwrapAction((what === 'resolve' ? resolveThread : reopenThread)({ ...place, id })),
    onSettled: useReread(place),
  })
