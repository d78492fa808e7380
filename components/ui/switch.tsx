'use client'
import { Switch as BaseSwitch } from '@base-ui/react/switch'
import type { ReactNode } from 'react'
import { cn } from './cn'

type SwitchProps = {
  readonly checked: boolean
  readonly onCheckedChange: (checked: boolean) => void
  readonly label: ReactNode
  readonly disabled?: boolean
  readonly className?: string
}

/** On or off, at once. For something saved later use a checkbox. */
export const Switch = ({ label, className, ...rest }: SwitchProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control, rendered by the primitive inside
  <label className={cn('inline-flex items-center gap-2 text-sm', className)}>
    <BaseSwitch.Root
      {...rest}
      className="focus-ring flex h-4 w-7 shrink-0 items-center rounded-full border border-ink-3 bg-ink-3 p-px transition-colors data-checked:border-accent-fill data-checked:bg-accent-fill data-disabled:opacity-50 motion-reduce:transition-none"
    >
      <BaseSwitch.Thumb className="size-3 rounded-full bg-white transition-transform data-checked:translate-x-3 motion-reduce:transition-none" />
    </BaseSwitch.Root>
    {label}
  </label>
)
