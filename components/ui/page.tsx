import type { ReactNode } from 'react'
import { cn } from './cn'

const widths = { narrow: 'max-w-3xl', normal: 'mx-auto max-w-7xl', full: 'mx-auto max-w-none' } as const

/** The space of a page inside the frame. */
export const Page = ({
  width = 'normal',
  className,
  children,
}: {
  readonly width?: keyof typeof widths
  readonly className?: string
  readonly children: ReactNode
}) => <div className={cn('w-full px-4 py-5 md:px-6', widths[width], className)}>{children}</div>
