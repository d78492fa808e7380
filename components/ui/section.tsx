import { type ReactNode, useId } from 'react'
import { cn } from './cn'

type SectionProps = {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A part of a page, under an h2. */
export const Section = ({ title, description, actions, className, children }: SectionProps) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('flex flex-col gap-3', className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <div>
          <h2 id={id} className="font-semibold text-base text-ink">
            {title}
          </h2>
          {description ? <p className="mt-0.5 max-w-prose text-ink-2 text-sm">{description}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
