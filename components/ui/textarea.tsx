'use client'
import { Field as BaseField } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'

/** Text that grows with what is written, up to a third of the window. */
export const Textarea = ({
  className,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'defaultValue' | 'color'>) => (
  <BaseField.Control
    render={
      <textarea
        rows={3}
        {...rest}
        className={cn(
          controlStyle,
          'field-sizing-content max-h-[33vh] min-h-16 px-2.5 py-1.5 leading-5',
          className,
        )}
      />
    }
    value={rest.value}
  />
)
