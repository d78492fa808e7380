'use client'
import { useQuery } from '@tanstack/react-query'
import type { ChangeRequestView } from '@/contracts/change-request'
import { sameRule } from '@/domain/plan/rule-id'
import { isFailure } from '../data/request-failed'
import { changeRequestQuery, ruleQuery } from './event-queries'
import type { RulePlace } from './rule-place'

/** Where editing begins. `before`: the rule in the base version. `start`: the text one goes on from. */
export type Origin = {
  readonly before: string | null
  readonly start: string | null
  readonly newKey: string | undefined
  /** The request that the edit is for; null for a new one. */
  readonly request: ChangeRequestView | null
}

export type OriginRead =
  | { readonly state: 'ready'; readonly origin: Origin }
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly error: unknown }

/** Reads what is edited: head for a new request, a request's own base and edit for an existing one. */
export const useOrigin = (place: RulePlace, request: number | 'new', isInPlan: boolean): OriginRead => {
  const number = request === 'new' ? 0 : request
  const view = useQuery({ ...changeRequestQuery(place.plan, number), enabled: request !== 'new' })
  const edit = view.data?.edits.find((each) => sameRule(each, place.rule))
  const isExpected = request === 'new' ? isInPlan : view.data !== undefined && edit === undefined
  const rule = useQuery({ ...ruleQuery(place, view.data?.base ?? null), enabled: isExpected })
  const failed = view.error ?? (isFailure(rule.error, 'not-found') ? null : rule.error)
  if (failed) return { state: 'failed', error: failed }
  if ((request !== 'new' && !view.data) || (isExpected && rule.isPending)) return { state: 'reading' }
  const before = edit ? edit.beforeText : (rule.data?.schemaText ?? null)
  return {
    state: 'ready',
    origin: {
      before,
      start: edit ? edit.afterText : before,
      newKey: edit?.newKey,
      request: view.data ?? null,
    },
  }
}
