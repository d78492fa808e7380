'use client'
import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { can } from '@/domain/review/can'
import { roles } from '@/domain/review/role'
import { frameQuery } from '../data/frame-query'
import { planAt } from '../data/plan-at'
import { useKeys } from '../ui/use-keys'
import { eventParams } from './event-params'

/**
 * Whether the event is being edited, and for which request. Only head can be edited, by those who may propose.
 * `begin` is null where editing cannot begin; `e` does the same.
 */
export const useEditing = (plan: string) => {
  const [{ v, propose }, setParams] = useQueryStates(eventParams)
  const { data: frame } = useQuery(frameQuery())
  const role = roles.find((each) => each === frame?.me.role) ?? 'viewer'
  const head = planAt(frame?.plans ?? [], plan)?.headVersion
  const mayPropose = can(role, 'propose') && (v === null || v === head)
  const request = mayPropose ? propose : null
  const begin =
    mayPropose && request === null ? () => setParams({ propose: 'new', v: null }, { history: 'push' }) : null
  const leave = () => setParams({ propose: null }, { history: 'push' })
  useKeys({ e: () => begin?.() })
  return { request, begin, leave }
}
