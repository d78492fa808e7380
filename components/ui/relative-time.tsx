'use client'
import { useSyncExternalStore } from 'react'
import { timeAgo } from './time-ago'

const subscribe = (onTick: () => void) => {
  const timer = setInterval(onTick, 30_000)
  return () => clearInterval(timer)
}
const minute = () => Math.floor(Date.now() / 60_000)

/**
 * "3 min ago", with the exact instant of the reader's zone on hover. The server does not know reader's zone or
 * clock, so it writes the date in UTC, which the browser replaces.
 */
export const RelativeTime = ({ at, className }: { readonly at: string; readonly className?: string }) => {
  const now = useSyncExternalStore(subscribe, minute, () => null)
  const instant = new Date(at)
  return (
    <time
      dateTime={at}
      title={now === null ? undefined : exact(instant)}
      className={className}
      suppressHydrationWarning
    >
      {now === null ? at.slice(0, 10) : timeAgo(instant, new Date())}
    </time>
  )
}

const exact = (instant: Date) => instant.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'long' })
