import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { ChangeRequestSummary, ChangeRequestView } from '@/contracts/change-request'
import { apiPaths } from '@/contracts/paths'
import { type CheckProposal, ProposalChecked } from '@/contracts/proposal'
import { PropertyBlameEntry, RuleDetail, RuleHistoryEntry } from '@/contracts/rule'
import { ViolationView } from '@/contracts/violation'
import { getJson } from '../data/get-json'
import { getList } from '../data/get-list'
import { postJson } from '../data/post-json'
import type { Proposal } from './live-changes'
import type { RulePlace } from './rule-place'

/** `version` is a plan version; null for head. */
export const ruleQuery = ({ plan, rule }: RulePlace, version: number | null) =>
  queryOptions({
    queryKey: ['rule', plan, rule, version] as const,
    queryFn: ({ signal }) => getJson(apiPaths.rule(plan, rule, version ?? undefined), RuleDetail, signal),
  })

export const ruleHistoryQuery = ({ plan, rule }: RulePlace, version: number | null) =>
  queryOptions({
    queryKey: ['rule-history', plan, rule, version] as const,
    queryFn: ({ signal }) =>
      getJson(apiPaths.ruleHistory(plan, rule, version ?? undefined), z.array(RuleHistoryEntry), signal),
  })

export const ruleBlameQuery = ({ plan, rule }: RulePlace, version: number | null) =>
  queryOptions({
    queryKey: ['rule-blame', plan, rule, version] as const,
    queryFn: ({ signal }) =>
      getJson(apiPaths.ruleBlame(plan, rule, version ?? undefined), z.array(PropertyBlameEntry), signal),
  })

export const ruleViolationsQuery = ({ plan, rule: { type, key } }: RulePlace) =>
  infiniteQueryOptions({
    queryKey: ['rule-violations', plan, type, key] as const,
    queryFn: ({ pageParam, signal }) =>
      getList(apiPaths.violations({ plan, type, key, cursor: pageParam }), ViolationView, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

type Asked = Pick<Proposal, 'rule' | 'after' | 'newKey'>

/** What is said of one proposal. `base` is the plan version that is edited; null for head. */
export const proposalCheckQuery = (plan: string, base: number | null, { rule, after, newKey }: Asked) =>
  queryOptions({
    queryKey: ['proposal-check', plan, base, rule, after, newKey] as const,
    queryFn: ({ signal }) =>
      postJson(
        apiPaths.checkProposal(plan),
        { ...rule, newKey, schemaText: after, base: base ?? undefined } satisfies CheckProposal,
        ProposalChecked,
        signal,
      ),
    // The same text is judged alike; what somebody typed a minute ago is of no use to anybody.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
  })

export const changeRequestQuery = (plan: string, number: number) =>
  queryOptions({
    queryKey: ['change-request', plan, number] as const,
    queryFn: ({ signal }) => getJson(apiPaths.changeRequest(plan, number), ChangeRequestView, signal),
  })

/** Requests of this person in which edits can still be put. */
export const myDraftsQuery = (plan: string, me: string) =>
  queryOptions({
    queryKey: ['my-drafts', plan, me] as const,
    queryFn: async ({ signal }) => {
      const list = await getList(
        apiPaths.changeRequests({ plan, author: me, status: 'draft,changes-requested' }),
        ChangeRequestSummary,
        signal,
      )
      return list.data.filter(({ authorId, status }) => authorId === me && editable.has(status))
    },
  })

const editable: ReadonlySet<string> = new Set(['draft', 'changes-requested'])
