'use client'
import { useQuery } from '@tanstack/react-query'
import { can, type Operation } from '@/domain/review/can'
import { roles } from '@/domain/review/role'
import { frameQuery } from './frame-query'

/** Whether the person who looks may do something; decides what is offered, the server decides what is done. */
export const useCan = (operation: Operation): boolean => {
  const { data: frame } = useQuery(frameQuery())
  const role = roles.find((each) => each === frame?.me.role)
  return role !== undefined && can(role, operation)
}
