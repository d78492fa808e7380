import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneText } from './tone'

/** How a state is shown: colour is never the only carrier. */
export type Look = { readonly tone: Tone; readonly icon: LucideIcon; readonly word: string }

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

export const LookStatus = ({ look: { tone, icon, word } }: { readonly look: Look }) => (
  <Status tone={tone} icon={icon}>
    {word}
  </Status>
)
