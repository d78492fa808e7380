import type { ComponentProps } from 'react'
import { cn } from './cn'
import { IntentLink } from './intent-link'

/** A link within text. */
export const TextLink = ({ className, ...rest }: ComponentProps<typeof IntentLink>) => (
  <IntentLink
    {...rest}
    className={cn(
      'focus-ring rounded-sm text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent',
      className,
    )}
  />
)
