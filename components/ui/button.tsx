'use client'
import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonStyle, buttonStyle } from './button-style'
import { cn } from './cn'
import { Spinner } from './spinner'

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> &
  ButtonStyle & {
    readonly className?: string
    readonly icon?: ReactNode
    /** What was asked for is under way: shows it, keeps the focus, and ignores further presses. */
    readonly pending?: boolean
  }

/** A button. `icon` stands before the words; icon-only buttons use size `icon` and need an `aria-label`. */
export const Button = ({
  variant,
  size,
  className,
  icon,
  pending,
  disabled,
  children,
  ...rest
}: ButtonProps) => (
  <BaseButton
    type="button"
    {...rest}
    disabled={disabled || pending}
    focusableWhenDisabled={pending || rest.focusableWhenDisabled}
    aria-busy={pending || undefined}
    className={cn(buttonStyle({ variant, size }), className)}
  >
    {pending ? <Spinner /> : icon}
    {children}
  </BaseButton>
)
