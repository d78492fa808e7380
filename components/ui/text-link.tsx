import Link from 'next/link'
import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A link within text. */
export const TextLink = ({ className, ...rest }: ComponentProps<typeof Link>) => (
  <Link
    {...rest}
    className={cn(
      'focus-ring rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent',
      className,
    )}
  />
)
