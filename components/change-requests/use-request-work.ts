'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  ChangeRequestView,
  type DescribeChangeRequest,
  type GiveReview,
  type PublishChangeRequest,
  type ResolveConflicts,
} from '@/contracts/change-request'
import { apiPaths } from '@/contracts/paths'
import type { MarkLooked, ReviewView } from '@/contracts/review-view'
import type { RuleId } from '@/domain/plan/rule'
import { sameRule } from '@/domain/plan/rule-id'
import { getJson } from '../data/get-json'
import { unwrapAction } from '../data/unwrap-action'
import { toast } from '../ui/toast'
import { asEditInput } from './as-edit-input'
import { reviewQuery } from './change-request-queries'
import type { RequestActions, RequestPlace } from './request-actions'

/** Steps of a request's life that need no more than a press. */
export type Step = 'submit' | 'withdraw' | 'close' | 'reopen' | 'update' | 'abandon' | 'unschedule'

const news: Readonly<Record<Step, string>> = {
  submit: 'Submitted for review.',
  withdraw: 'Back to draft.',
  close: 'Closed. It can be reopened.',
  reopen: 'Reopened as a draft.',
  update: 'Brought up to date with head.',
  abandon: 'Giving the publish up.',
  unschedule: 'Called off.',
}

/** Everything that can be done to a request, each as a mutation that leaves the newest view behind. */
export const useRequestWork = (
  place: RequestPlace,
  actions: RequestActions,
  /** Called with the request after edits that this person made or has just judged. */
  onSeen: (view: ReviewView) => void,
) => {
  const queries = useQueryClient()
  const { queryKey } = reviewQuery(place)
  const keep = (view: ReviewView) => {
    queries.setQueryData(queryKey, view)
    queries.invalidateQueries({ queryKey: ['change-requests'] })
    queries.invalidateQueries({ queryKey: ['frame'] })
    queries.invalidateQueries({ queryKey: ['publish-queue', place.plan] })
  }
  const onError = () => queries.invalidateQueries({ queryKey, exact: true })
  const seenToo = (view: ReviewView) => {
    keep(view)
    onSeen(view)
  }
  return {
    step: useMutation({
      mutationFn: (step: Step) => unwrapAction(actions[step](place)),
      onSuccess: (view, step) => {
        keep(view)
        toast.success(news[step])
      },
      onError,
    }),
    describe: useMutation({
      mutationFn: (input: DescribeChangeRequest) => unwrapAction(actions.describe({ ...place, ...input })),
      onSuccess: keep,
      onError,
    }),
    removeEdit: useMutation({
      mutationFn: async ({ rule, fingerprint }: { readonly rule: RuleId; readonly fingerprint: string }) => {
        const path = apiPaths.changeRequest(place.plan, place.number)
        const { edits } = await getJson(path, ChangeRequestView)
        const rest = edits.filter((each) => !sameRule(each, rule)).map(asEditInput)
        return unwrapAction(actions.saveEdits({ ...place, edits: rest, fingerprint }))
      },
      onSuccess: seenToo,
      onError,
    }),
    resolveConflicts: useMutation({
      mutationFn: (input: ResolveConflicts) => unwrapAction(actions.resolveConflicts({ ...place, ...input })),
      onSuccess: seenToo,
      onError,
    }),
    takeSuggestion: useMutation({
      mutationFn: (input: { readonly id: string; readonly fingerprint: string }) =>
        unwrapAction(actions.takeSuggestion({ ...place, ...input })),
      onSuccess: seenToo,
      onError,
    }),
    review: useMutation({
      mutationFn: (input: GiveReview) => unwrapAction(actions.review({ ...place, ...input })),
      onSuccess: seenToo,
      onError,
    }),
    look: useMutation({
      mutationFn: (input: MarkLooked) => unwrapAction(actions.markLooked({ ...place, ...input })),
      onSuccess: keep,
      onError,
    }),
    revert: useMutation({
      mutationFn: () => unwrapAction(actions.revert(place)),
      onSuccess: ({ number }) => {
        queries.invalidateQueries({ queryKey: ['change-requests'] })
        toast.success(`Change request ${number} takes it back.`)
      },
    }),
    rerunChecks: useMutation({
      mutationFn: () => unwrapAction(actions.rerunChecks(place)),
      onSettled: () => queries.invalidateQueries({ queryKey, exact: true }),
    }),
    job: useMutation({
      mutationFn: (what: 'publish' | 'resume' | PublishChangeRequest) =>
        unwrapAction(
          typeof what === 'string' ? actions[what](place) : actions.publish({ ...place, ...what }),
        ),
      onSettled: () => {
        queries.invalidateQueries({ queryKey: ['publish-queue', place.plan] })
        return queries.invalidateQueries({ queryKey, exact: true })
      },
    }),
  }
}

export type RequestWork = ReturnType<typeof useRequestWork>
