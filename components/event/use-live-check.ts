'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSettled } from '../data/use-settled'
import { proposalCheckQuery } from './event-queries'
import type { Proposal } from './live-changes'

/** Long enough not to ask at every key, short enough to be there when one looks up. */
const quietMs = 350

/**
 * What the server says of a proposal while it is being written: asked when the typing pauses, the last question wins,
 * and the last answer stays until the next one is there. `isForThisText`: it is about what is typed now.
 */
export const useLiveCheck = (plan: string, base: number | null, proposal: Proposal, isReadable: boolean) => {
  const { rule, after, newKey } = proposal
  const asked = JSON.stringify([after, newKey])
  const settled = useSettled(asked, quietMs)
  const query = useQuery({
    ...proposalCheckQuery(plan, base, { rule, after, newKey }),
    enabled: isReadable && asked === settled,
    placeholderData: keepPreviousData,
  })
  return {
    checked: query.data,
    isForThisText: query.isSuccess && !query.isPlaceholderData,
    error: query.error,
    retry: () => query.refetch(),
  }
}
