import type { ReactNode } from 'react'
import { cn } from './cn'

type PageHeaderProps = {
  readonly title: ReactNode
  readonly mono?: boolean
  /** A line under the title: facts, badges. */
  readonly meta?: ReactNode
  readonly actions?: ReactNode
}

/** The heading of a page; its only h1. */
export const PageHeader = ({ title, mono, meta, actions }: PageHeaderProps) => (
  <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
    <div className="min-w-0 flex-1 basis-72">
      <h1
        className={cn(
          'text-balance break-words font-semibold text-ink text-xl tracking-tight',
          mono && 'font-mono text-lg tracking-normal',
        )}
      >
        {title}
      </h1>
      {meta ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">{meta}</div>
      ) : null}
    </div>
    {actions ? <div className="flex max-w-full shrink-0 flex-wrap items-center gap-2">{actions}</div> : null}
  </header>
)
