'use client'
import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Check, Minus } from 'lucide-react'
import type { MouseEventHandler, ReactNode } from 'react'
import { cn } from './cn'

type CheckboxProps = {
  readonly checked: boolean
  /** The details hold the event that changed it, and so which keys were held. */
  readonly onCheckedChange: (checked: boolean, details: BaseCheckbox.Root.ChangeEventDetails) => void
  readonly onMouseDown?: MouseEventHandler
  /** Shown beside the box. Without it give `aria-label`. */
  readonly label?: ReactNode
  readonly 'aria-label'?: string
  readonly indeterminate?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

const Box = ({ label: _label, className, ...rest }: CheckboxProps) => (
  <BaseCheckbox.Root
    {...rest}
    className={cn(
      'focus-ring flex size-4 shrink-0 items-center justify-center rounded-sm border border-ink-3 bg-surface',
      'data-checked:border-accent-fill data-checked:bg-accent-fill data-indeterminate:border-accent-fill data-indeterminate:bg-accent-fill',
      'data-disabled:opacity-50',
      className,
    )}
  >
    <BaseCheckbox.Indicator className="flex text-accent-on data-unchecked:hidden">
      {rest.indeterminate ? (
        <Minus aria-hidden="true" className="size-3" strokeWidth={3} />
      ) : (
        <Check aria-hidden="true" className="size-3" strokeWidth={3} />
      )}
    </BaseCheckbox.Indicator>
  </BaseCheckbox.Root>
)

export const Checkbox = (props: CheckboxProps) =>
  props.label ? (
    // biome-ignore lint/a11y/noLabelWithoutControl: the box is the control, rendered by the primitive inside
    <label className="inline-flex items-center gap-2 text-sm">
      <Box {...props} />
      {props.label}
    </label>
  ) : (
    <Box {...props} />
  )
