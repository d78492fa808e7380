'use client'
import type { CheckFinding } from '@/contracts/change-request'
import { cn } from '../ui/cn'
import { Popover } from '../ui/popover'
import { toneText } from '../ui/tone'
import { severityLook, worstSeverity } from './severity-look'

type FieldFindingsProps = { readonly place: string; readonly findings: readonly CheckFinding[] }

/** Beside a field: that lint has something to say about it. Pressing it tells what. */
export const FieldFindings = ({ place, findings }: FieldFindingsProps) => {
  if (findings.length === 0) return null
  const { icon: Icon, tone } = severityLook[worstSeverity(findings)]
  return (
    <Popover
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={`${findings.length === 1 ? '1 finding' : `${findings.length} findings`} on ${place}`}
          className={cn(
            'focus-ring flex size-6 shrink-0 items-center justify-center rounded-sm hover:bg-hover',
            toneText[tone],
          )}
        >
          <Icon aria-hidden="true" className="size-3.5" />
        </button>
      }
    >
      <ul className="flex flex-col gap-2 text-ink-2">
        {findings.map(({ id, message, severity }) => (
          <li key={`${id} ${message}`}>
            <span className="sr-only">{severity}: </span>
            {message}
          </li>
        ))}
      </ul>
    </Popover>
  )
}
