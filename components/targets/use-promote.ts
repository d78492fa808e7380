'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { ChangeRequestView } from '@/contracts/change-request'
import { pages } from '@/contracts/paths'
import type { Promote } from '@/contracts/target'
import type { Action } from '../data/action'
import { unwrapAction } from '../data/unwrap-action'

/** Opens the change request that promotes a version; `plan` is any plan of the line, `id` the one that follows. */
export type PromoteAction = Action<
  { readonly plan: string; readonly id: string } & Promote,
  ChangeRequestView
>

/** Promotes, and goes to the request; where nothing is left to promote, the line is read again, which says so. */
export const usePromote = (plan: string, target: string, promote: PromoteAction) => {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (input: Promote) => unwrapAction(promote({ plan, id: target, ...input })),
    onSettled: () => {
      for (const queryKey of [['targets'], ['promotion'], ['change-requests'], ['overview']])
        queries.invalidateQueries({ queryKey })
    },
    onSuccess: ({ number, plan: { id } }) => {
      router.push(pages.changeRequest(id, number))
    },
  })
}
