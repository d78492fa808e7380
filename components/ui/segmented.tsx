'use client'
import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import type { ReactNode } from 'react'

type SegmentedProps<V extends string> = {
  readonly value: V
  readonly onValueChange: (value: V) => void
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[]
  readonly label: string
}

/** One of two to five, all seen at once. */
export const Segmented = <V extends string>({ value, onValueChange, options, label }: SegmentedProps<V>) => (
  <ToggleGroup
    aria-label={label}
    value={[value]}
    onValueChange={([next]) => {
      const option = options.find((each) => each.value === next)
      if (option) onValueChange(option.value)
    }}
    className="inline-flex h-8 w-fit items-center rounded-md border border-line bg-sunken p-0.5"
  >
    {options.map((option) => (
      <Toggle
        key={option.value}
        value={option.value}
        className="focus-ring inline-flex h-full items-center gap-1.5 whitespace-nowrap rounded-sm px-2.5 text-ink-2 text-xs hover:text-ink data-pressed:bg-surface data-pressed:font-medium data-pressed:text-ink data-pressed:ring-1 data-pressed:ring-line [&_svg]:size-3.5"
      >
        {option.label}
      </Toggle>
    ))}
  </ToggleGroup>
)
