'use client'
import { useEffect } from 'react'

/** While it is on, the browser asks before this page is closed or loaded again. Other screens are reached unasked. */
export const useWarningOnLeave = (isOn: boolean) => {
  useEffect(() => {
    if (!isOn) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOn])
}
