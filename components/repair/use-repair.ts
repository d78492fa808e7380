'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { ActionResult } from '@/contracts/failure'
import { pages } from '@/contracts/paths'
import type { Repaired, RepairRules } from '@/contracts/repair'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'

/** Opens a change request with repairs. */
export type RepairAction = (input: { readonly plan: string } & RepairRules) => Promise<ActionResult<Repaired>>

/** Makes the repairs as a change request and goes to it. */
export const useRepair = (plan: string, repair: RepairAction) => {
  const queries = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: (input: RepairRules) => unwrapAction(repair({ plan, ...input })),
    onSuccess: ({ number, repairs }) => {
      for (const queryKey of [['rule', plan], ['catalog', plan], ['change-requests']])
        queries.invalidateQueries({ queryKey })
      toast.success(
        `Change request #${number} is made, with ${repairs === 1 ? '1 repair' : `${repairs} repairs`}.`,
      )
      router.push(pages.changeRequest(plan, number))
    },
  })
}
