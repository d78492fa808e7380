'use client'
import { History } from 'lucide-react'
import type { FrameView } from '@/contracts/overview'
import { Button } from '../ui/button'
import { useVersionInView } from './version-picker'

/** Says that what is shown is the past, and cannot be edited. */
export const PastVersionNote = ({ plan }: { readonly plan: FrameView['plans'][number] }) => {
  const [version, setVersion] = useVersionInView()
  if (version === null || version === plan.headVersion) return null
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-warn-soft px-4 py-1.5 text-sm text-warn md:px-6"
    >
      <History aria-hidden="true" className="size-4" />
      <p className="flex-1">
        You are looking at version {version} of {plan.headVersion}. It can be read, not changed.
      </p>
      <Button size="sm" variant="secondary" onClick={() => setVersion(null)}>
        Back to head
      </Button>
    </div>
  )
}
