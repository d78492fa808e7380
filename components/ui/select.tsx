'use client'
import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cn } from './cn'
import { floatingStyle, itemStyle } from './floating-style'
import { SearchSelect } from './search-select'
import type { SelectProps } from './select-props'
import { selectStyle } from './select-style'

/** More than these are not taken in at a glance. */
const atAGlance = 12

/** One of some values; with a search in it where there are many. */
export const Select = <V extends string>(props: SelectProps<V>) =>
  props.options.length > atAGlance ? <SearchSelect {...props} /> : <ShortSelect {...props} />

const ShortSelect = <V extends string>({
  value,
  onValueChange,
  options,
  label,
  placeholder,
  disabled,
  mono,
  size,
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
    <BaseSelect.Trigger aria-label={label} className={selectStyle({ size, mono, className })}>
      {/* An empty value that is one of the options is shown by its own words. */}
      <BaseSelect.Value
        placeholder={options.some((option) => option.value === value) ? undefined : placeholder}
        className="truncate data-placeholder:text-ink-3"
      />
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
