'use client'
import { Combobox } from '@base-ui/react/combobox'
import { Check, ChevronsUpDown } from 'lucide-react'
import { cn } from './cn'
import { floatingStyle, itemStyle } from './floating-style'
import type { SelectOption, SelectProps } from './select-props'
import { selectStyle } from './select-style'

/** So many are listed at once; a search reaches the others. */
const listed = 100

/** One of many values, found by typing a part of its label or hint. */
export const SearchSelect = <V extends string>({
  value,
  onValueChange,
  options,
  label,
  placeholder,
  disabled,
  mono,
  size,
  className,
}: SelectProps<V>) => {
  const { contains } = Combobox.useFilter()
  return (
    <Combobox.Root<SelectOption<V>>
      items={options}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(next) => {
        if (next !== null) onValueChange(next.value)
      }}
      isItemEqualToValue={(one, other) => one.value === other.value}
      filter={(option, query) => contains(`${option.label} ${option.hint ?? ''}`, query)}
      limit={listed}
      autoHighlight
      disabled={disabled}
    >
      <Combobox.Trigger aria-label={label} className={selectStyle({ size, mono, className })}>
        <span className={cn('truncate', value === null && 'text-ink-3')}>
          <Combobox.Value placeholder={placeholder} />
        </span>
        <Combobox.Icon>
          <ChevronsUpDown aria-hidden="true" className="size-3 text-ink-3" />
        </Combobox.Icon>
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner className="z-50 outline-hidden" sideOffset={4} align="start">
          <Combobox.Popup
            aria-label={label ?? 'Choose one'}
            className={cn(
              floatingStyle,
              'flex max-h-[min(24rem,var(--available-height))] w-72 min-w-(--anchor-width) max-w-(--available-width) flex-col p-1',
            )}
          >
            <Combobox.Input
              aria-label="Search"
              placeholder={`Search ${options.length.toLocaleString('en')}`}
              className="mb-1 h-8 w-full shrink-0 border-line border-b bg-transparent px-2 text-sm outline-hidden focus:border-accent placeholder:text-ink-3"
            />
            <Combobox.Empty className="px-2 text-ink-3 text-sm not-empty:py-1">
              Nothing of that name
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto">
              {(option: SelectOption<V>) => (
                <Combobox.Item key={option.value} value={option} className={cn(itemStyle, 'pr-7')}>
                  {option.icon}
                  <span className={cn('min-w-0 break-words', mono && 'font-mono')}>{option.label}</span>
                  {option.hint ? <span className="text-ink-3 text-xs">{option.hint}</span> : null}
                  <Combobox.ItemIndicator className="absolute right-2">
                    <Check aria-hidden="true" className="size-3.5" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}
