'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { pages } from '@/contracts/paths'
import { sameRule } from '@/domain/plan/rule-id'
import { draftKey, writeDraft } from '../data/edit-draft'
import { RequestFailed } from '../data/request-failed'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'
import { editOfProposal, withEdit } from './edit-of-proposal'
import type { EventActions } from './event-actions'
import { changeRequestQuery } from './event-queries'
import type { Proposal } from './live-changes'

export type SaveTo =
  | { readonly kind: 'new'; readonly title: string; readonly description: string }
  | { readonly kind: 'existing'; readonly number: number }

/** `begun`: the edit of a request that one went on from, as it was then; null where one began on the plan's rule. */
type Saving = {
  readonly proposal: Proposal
  readonly begun: { readonly text: string | null; readonly newKey: string | undefined } | null
  readonly to: SaveTo
}

/**
 * Saves a proposal as a new change request or into one, then goes to it. The draft is forgotten only when the server
 * has it. Saving into a request reads it first, so that the edits which others made to other rules stay; one that
 * somebody made to this rule meanwhile is never written over: the saving fails, and what was typed is kept.
 */
export const useSaveProposal = (plan: string, draftOf: number | 'new', actions: EventActions) => {
  const queries = useQueryClient()
  const router = useRouter()
  const save = async ({ proposal, begun, to }: Saving) => {
    const proposed = editOfProposal(proposal)
    if (to.kind === 'new')
      return unwrapAction(
        actions.createChangeRequest({
          plan,
          title: to.title,
          description: to.description,
          edits: proposed ? [proposed] : [],
        }),
      )
    const { edits, fingerprint } = await queries.fetchQuery({
      ...changeRequestQuery(plan, to.number),
      staleTime: 0,
    })
    const edit = edits.find((each) => sameRule(each, proposal.rule))
    const isAsBegun =
      begun === null
        ? edit === undefined
        : edit !== undefined && edit.afterText === begun.text && edit.newKey === begun.newKey
    if (!isAsBegun)
      throw new RequestFailed({
        code: 'stale',
        detail: `Request #${to.number} holds another edit of this event than the one you went on from.`,
        current: null,
      })
    return unwrapAction(
      actions.saveEdits({
        plan,
        number: to.number,
        edits: withEdit(edits, proposal.rule, proposed),
        fingerprint,
      }),
    )
  }
  return useMutation({
    mutationFn: save,
    onSuccess: (view, { proposal, to }) => {
      writeDraft(draftKey({ plan, rule: proposal.rule, request: draftOf }), null)
      queries.setQueryData(changeRequestQuery(plan, view.number).queryKey, view)
      queries.invalidateQueries({ queryKey: ['rule', plan] })
      queries.invalidateQueries({ queryKey: ['catalog', plan] })
      queries.invalidateQueries({ queryKey: ['change-requests'] })
      toast.success(
        to.kind === 'new' ? `Change request #${view.number} is made.` : `Saved to #${view.number}.`,
      )
      router.push(pages.changeRequest(plan, view.number))
    },
  })
}
