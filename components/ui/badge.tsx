import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneFill } from './tone'

type BadgeProps = {
  readonly tone?: Tone
  /** Needed wherever the tone carries a meaning: colour is never the only carrier. */
  readonly icon?: LucideIcon
  readonly className?: string
  readonly children: ReactNode
}

/** A short word on a soft ground. */
export const Badge = ({ tone = 'quiet', icon: Icon, className, children }: BadgeProps) => (
  <span
    className={cn(
      'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs',
      toneFill[tone],
      className,
    )}
  >
    {Icon ? <Icon aria-hidden="true" className="size-3" /> : null}
    {children}
  </span>
)
