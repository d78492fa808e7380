import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type EmptyStateProps = {
  readonly icon?: LucideIcon
  readonly title: string
  /** What would be here, and the next step. */
  readonly children?: ReactNode
  /** Buttons. */
  readonly actions?: ReactNode
}

export const EmptyState = ({ icon: Icon, title, children, actions }: EmptyStateProps) => (
  <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
    {Icon ? <Icon aria-hidden="true" className="mb-1 size-5 text-ink-3" strokeWidth={1.5} /> : null}
    <p className="font-medium text-ink">{title}</p>
    {children ? <div className="max-w-md text-balance text-ink-2 text-sm">{children}</div> : null}
    {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
  </div>
)
