'use client'
import { LoaderCircle } from 'lucide-react'
import { cn } from '../ui/cn'
import { Popover } from '../ui/popover'
import { toneFill } from '../ui/tone'
import { type Level, type Look, levelLook } from './level-look'

type VerdictBadgeProps = {
  /** Who is judged for: "Senders", "Readers". Absent where the verdict is the same for both. */
  readonly audience?: string
  readonly level: Level
  readonly why: readonly string[]
  /** The verdict is still being worked out. */
  readonly pending?: boolean | undefined
}

const comparing: Look = { tone: 'accent', icon: LoaderCircle, word: 'comparing' }

/** One verdict; pressing it says why. */
export const VerdictBadge = ({ audience, level, why, pending }: VerdictBadgeProps) => {
  const { tone, icon: Icon, word } = pending ? comparing : levelLook[level]
  const reasons = pending ? ['The old and the new rule are being compared as wholes.'] : why
  const text = audience ? `${audience}: ${word}` : `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  return (
    <Popover
      align="end"
      className="w-80"
      trigger={
        <button
          type="button"
          aria-label={`${text}. Why?`}
          className={cn(
            'focus-ring inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs',
            toneFill[tone],
          )}
        >
          <Icon
            aria-hidden="true"
            className={cn('size-3', pending && 'animate-spin motion-reduce:animate-none')}
          />
          {text}
        </button>
      }
    >
      <ul className="flex flex-col gap-2 text-ink-2">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </Popover>
  )
}
