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
    /**
     * What was asked for is under way: shows it, keeps the focus, and ignores further presses. Given at all, also as
     * false, it says that the button starts something: then the second press of a double click is none, as it comes
     * before anything could be shown.
     */
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
  onClick,
  ...rest
}: ButtonProps) => (
  <BaseButton
    type="button"
    {...rest}
    disabled={disabled || pending}
    focusableWhenDisabled={pending || rest.focusableWhenDisabled}
    aria-busy={pending || undefined}
    onClick={(event) => {
      // The event counts the presses of one place in quick succession: https://w3c.github.io/uievents/#event-type-click
      if (pending !== undefined && event.detail > 1) event.preventDefault()
      else onClick?.(event)
    }}
    className={cn(buttonStyle({ variant, size }), className)}
  >
    {pending ? <Spinner /> : icon}
    {children}
  </BaseButton>
)
