'use client'
import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'
import { controlStyle } from './control-style'
import { floatingStyle, itemStyle } from './floating-style'

export type SelectOption<V extends string> = {
  readonly value: V
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
}

type SelectProps<V extends string> = {
  readonly value: V | null
  readonly onValueChange: (value: V) => void
  readonly options: readonly SelectOption<V>[]
  /** Names the control where no `Field` does. */
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly mono?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

/** One of a few values. For more than about thirty use the command palette or a search. */
export const Select = <V extends string>({
  value,
  onValueChange,
  options,
  label,
  placeholder,
  disabled,
  mono,
  size = 'md',
  className,
}: SelectProps<V>) => (
  <BaseSelect.Root<V>
    value={value}
    onValueChange={(next) => {
      if (next !== null) onValueChange(next)
    }}
    items={options.map((option) => ({ value: option.value, label: option.label }))}
    disabled={disabled}
  >
    <BaseSelect.Trigger
      aria-label={label}
      className={cn(
        controlStyle,
        'flex cursor-default items-center justify-between gap-2 text-left',
        size === 'sm' ? 'h-7 px-2 text-xs' : 'h-8 px-2.5',
        mono && 'font-mono',
        className,
      )}
    >
      <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-ink-3" />
      <BaseSelect.Icon>
        <ChevronsUpDown aria-hidden="true" className="size-3 text-ink-3" />
      </BaseSelect.Icon>
    </BaseSelect.Trigger>
    <BaseSelect.Portal>
      <BaseSelect.Positioner className="z-50 outline-hidden" sideOffset={4} alignItemWithTrigger={false}>
        <BaseSelect.Popup className={cn(floatingStyle, 'min-w-(--anchor-width) p-1')}>
          <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
            {options.map((option) => (
              <BaseSelect.Item key={option.value} value={option.value} className={cn(itemStyle, 'pr-7')}>
                {option.icon}
                <BaseSelect.ItemText className={cn('min-w-0', mono && 'font-mono')}>
                  {option.label}
                </BaseSelect.ItemText>
                {option.hint ? <span className="text-ink-3 text-xs">{option.hint}</span> : null}
                <BaseSelect.ItemIndicator className="absolute right-2">
                  <Check aria-hidden="true" className="size-3.5" />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.List>
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  </BaseSelect.Root>
)
