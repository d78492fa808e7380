'use client'
import { useQuery } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { frameQuery } from '../data/frame-query'
import { isFailure } from '../data/request-failed'

/** Shown while the server cannot be reached; goes by itself when it can. */
export const ConnectionNote = () => {
  const { error, fetchStatus } = useQuery(frameQuery())
  const lost = isFailure(error, 'offline') || fetchStatus === 'paused'
  return (
    <div role="status">
      {lost ? (
        <p className="flex items-center gap-2 border-line border-b bg-warn-soft px-4 py-1.5 text-sm text-warn md:px-6">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          No connection to the server. What you see is the last state that was read; it goes on by itself.
        </p>
      ) : null}
    </div>
  )
}
