'use client'
import { useParams, usePathname } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useSyncExternalStore } from 'react'
import { type FramePlan, planAt } from '../data/plan-at'
import { isPageOfPlan, planOfPage } from '../data/plan-of-page'

const storageKey = 'plumbline.plan'
const subscribe = (onChange: () => void) => {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

/** The plan of the address, else the one looked at last, else the first. Null while there is none. */
export const useCurrentPlan = (plans: readonly FramePlan[]): FramePlan | null => {
  const ofPage = usePlanInAddress(plans)
  const [asked] = useQueryState('plan', parseAsString)
  // A page of a plan in the query shows the first plan where its address names none, and so does what stands around it.
  const ofQuery = isPageOfPlan(usePathname()) ? planOfPage(plans, asked) : null
  const inAddress = ofPage ?? ofQuery
  const remembered = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey),
    () => null,
  )
  const id = ofPage?.id ?? (asked === null ? undefined : ofQuery?.id)
  useEffect(() => {
    if (id) localStorage.setItem(storageKey, id)
  }, [id])
  return inAddress ?? planAt(plans, remembered) ?? plans[0] ?? null
}

/** The plan of the address; null where it names none, or none that is here. */
export const usePlanInAddress = (plans: readonly FramePlan[]): FramePlan | null =>
  planAt(plans, useParams<{ plan?: string }>().plan)
