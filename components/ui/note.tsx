import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { type Tone, toneText } from './tone'

const looks: Readonly<Record<Tone, { readonly icon: LucideIcon; readonly edge: string }>> = {
  bad: { icon: CircleAlert, edge: 'border-bad' },
  warn: { icon: TriangleAlert, edge: 'border-warn' },
  good: { icon: CircleCheck, edge: 'border-good' },
  quiet: { icon: Info, edge: 'border-line-strong' },
  accent: { icon: Info, edge: 'border-accent' },
}

type NoteProps = {
  readonly tone?: Tone
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  /** Announced when it appears. Leave out for what is there from the start. */
  readonly live?: boolean
  readonly children?: ReactNode
}

/** Something to know, in the flow of the page: a coloured edge instead of a box. */
export const Note = ({ tone = 'quiet', title, actions, className, live, children }: NoteProps) => {
  const { icon: Icon, edge } = looks[tone]
  return (
    <div
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
      className={cn(
        'flex flex-wrap items-start gap-x-3 gap-y-2 border-l-2 py-1 pl-3 text-sm',
        edge,
        className,
      )}
    >
      <Icon aria-hidden="true" className={cn('mt-0.5 size-4 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1 basis-60">
        {title ? <p className="font-medium text-ink">{title}</p> : null}
        {children ? <div className="text-ink-2">{children}</div> : null}
      </div>
      {actions ? <div className="flex gap-2">{actions}</div> : null}
    </div>
  )
}
