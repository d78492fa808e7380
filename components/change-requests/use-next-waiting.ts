'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { pages } from '@/contracts/paths'
import { toast } from '../ui/toast'
import { waitingQuery } from './change-request-queries'
import type { RequestPlace } from './request-actions'

/** Goes to the request that waits for this person after the one they are at; from the last one to the first. */
export const useNextWaiting = ({ plan, number }: RequestPlace) => {
  const queries = useQueryClient()
  const router = useRouter()
  return async () => {
    const waiting = await queries.fetchQuery(waitingQuery()).catch(() => null)
    if (waiting === null) return toast.error('What waits for you could not be read.')
    const { data } = waiting
    const here = data.findIndex((each) => each.number === number && each.plan.id === plan)
    const next = [...data.slice(here + 1), ...data.slice(0, Math.max(here, 0))][0]
    if (next) return router.push(pages.changeRequest(next.plan.id, next.number, { tab: 'changes' }))
    toast.info(here < 0 ? 'Nothing waits for you.' : 'Nothing else waits for you.')
  }
}
