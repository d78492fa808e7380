'use client'
import { useParams } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import type { FrameView } from '@/contracts/overview'

const storageKey = 'plumbline.plan'
const subscribe = (onChange: () => void) => {
  window.addEventListener('storage', onChange)
  return () => window.removeEventListener('storage', onChange)
}

/** The plan of the address, else the one looked at last, else the first. Null while there is none. */
export const useCurrentPlan = (plans: FrameView['plans']): FrameView['plans'][number] | null => {
  const { plan: inAddress } = useParams<{ plan?: string }>()
  const remembered = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(storageKey),
    () => null,
  )
  useEffect(() => {
    if (inAddress) localStorage.setItem(storageKey, inAddress)
  }, [inAddress])
  const wanted = inAddress ?? remembered
  return plans.find(({ id }) => id === wanted) ?? plans[0] ?? null
}
