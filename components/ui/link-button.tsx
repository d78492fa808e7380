import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { cn } from './cn'

type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'className'> &
  ButtonStyle & { readonly className?: string; readonly icon?: ReactNode }

/** Goes somewhere, looks like a button. */
export const LinkButton = ({ variant, size, className, icon, children, ...rest }: LinkButtonProps) => (
  <Link {...rest} className={cn(buttonStyle({ variant, size }), className)}>
    {icon}
    {children}
  </Link>
)
