import { useMutation, useQueryClient } from '@tanstack/react-query'
import { unwrapAction } from '../data/unwrap-action'
import type { ViolationActions } from './violation-actions'
import { talkQuery } from './violation-queries'

/** Reads the talk again and is done only then, so that what is pending stays on the screen until it is there. */
const useReread = (violation: string) => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries(talkQuery(violation))
}

export const useSay = (violation: string, { comment }: Pick<ViolationActions, 'comment'>) =>
  useMutation({
    mutationFn: (body: string) => unwrapAction(comment({ id: violation, body })),
    onSettled: useReread(violation),
  })

type Said = { readonly id: string; readonly violation: string }

export const useEditSaid = (
  { id, violation }: Said,
  { editComment }: Pick<ViolationActions, 'editComment'>,
) =>
  useMutation({
    mutationFn: (body: string) => unwrapAction(editComment({ id, body })),
    onSettled: useReread(violation),
  })

export const useDeleteSaid = (
  { id, violation }: Said,
  { deleteComment }: Pick<ViolationActions, 'deleteComment'>,
) =>
  useMutation({
    mutationFn: () => unwrapAction(deleteComment({ id })),
    onSettled: useReread(violation),
  })
