'use client'
import { useParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { type FramePlan, planAt } from '../data/plan-at'

const storageKey = 'plumbline.plan'
const subscribe = (onChange: () => void) => {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

/** The plan of the address, else the one looked at last, else the first. Null while there is none. */
export const useCurrentPlan = (plans: readonly FramePlan[]): FramePlan | null => {
  const inAddress = usePlanInAddress(plans)
  const remembered = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey),
    () => null,
  )
  const id = inAddress?.id
  useEffect(() => {
    if (id) localStorage.setItem(storageKey, id)
  }, [id])
  return inAddress ?? planAt(plans, remembered) ?? plans[0] ?? null
}

/** The plan of the address; null where it names none, or none that is here. */
export const usePlanInAddress = (plans: readonly FramePlan[]): FramePlan | null =>
  planAt(plans, useParams<{ plan?: string }>().plan)
