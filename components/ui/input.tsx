'use client'
import { Input as BaseInput } from '@base-ui/react/input'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'

type InputProps = Omit<ComponentProps<typeof BaseInput>, 'className' | 'size'> & {
  readonly className?: string
  /** Names of events and properties are set in mono. */
  readonly mono?: boolean
  readonly size?: 'sm' | 'md'
}

/** One line of text. Inside a `Field` it takes label, hint and error from there. */
export const Input = ({ className, mono, size = 'md', ...rest }: InputProps) => (
  <BaseInput
    {...rest}
    className={cn(
      controlStyle,
      size === 'sm' ? 'h-7 px-2 text-xs' : 'h-8 px-2.5',
      mono && 'font-mono text-[0.95em]',
      className,
    )}
  />
)
