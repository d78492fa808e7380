'use client'
import { useEffect, useState } from 'react'

/** The time in milliseconds, moving on every second while it is wanted. */
export const useSecondsNow = (wanted: boolean): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!wanted) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [wanted])
  return now
}
