import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneText } from './tone'

type StatusProps = {
  readonly tone: Tone
  readonly icon: LucideIcon
  readonly className?: string
  readonly children: ReactNode
}

/** Icon and word, without a ground: for table cells and running text. */
export const Status = ({ tone, icon: Icon, className, children }: StatusProps) => (
  <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap text-sm', className)}>
    <Icon aria-hidden="true" className={cn('size-3.5 shrink-0', toneText[tone])} />
    <span>{children}</span>
  </span>
)
