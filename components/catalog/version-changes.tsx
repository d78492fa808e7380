'use client'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { cn } from '../ui/cn'
import { ChangesBetween } from './changes-between'

type VersionChangesProps = { readonly plan: string; readonly version: number }

/** What changed against the version before, read when it is asked for. */
export const VersionChanges = ({ plan, version }: VersionChangesProps) => {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="focus-ring -ml-1 flex h-7 items-center gap-1 rounded-sm px-1 text-ink-2 text-xs hover:text-ink"
      >
        <ChevronRight
          aria-hidden="true"
          className={cn('size-3.5 transition-transform', open && 'rotate-90')}
        />
        What changed<span className="sr-only"> in version {version}</span>
      </button>
      {open ? <ChangesBetween plan={plan} from={version - 1} to={version} /> : null}
    </div>
  )
}
