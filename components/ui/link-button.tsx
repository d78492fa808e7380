import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { cn } from './cn'
import { IntentLink } from './intent-link'

type LinkButtonProps = Omit<ComponentProps<typeof IntentLink>, 'className'> &
  ButtonStyle & { readonly className?: string; readonly icon?: ReactNode }

/** Goes somewhere, looks like a button. */
export const LinkButton = ({ variant, size, className, icon, children, ...rest }: LinkButtonProps) => (
  <IntentLink {...rest} className={cn(buttonStyle({ variant, size }), className)}>
    {icon}
    {children}
  </IntentLink>
)
