'use client'
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { Count } from './count'

export type TabItem<V extends string> = {
  readonly value: V
  readonly label: string
  readonly count?: number | null
  /** What is counted, for screen readers. */
  readonly of?: string
}

type TabsProps<V extends string> = {
  readonly value: V
  readonly onValueChange: (value: V) => void
  readonly items: readonly TabItem<V>[]
  readonly label: string
  /** `TabPanel`s. */
  readonly children: ReactNode
}

export const Tabs = <V extends string>({ value, onValueChange, items, label, children }: TabsProps<V>) => (
  <BaseTabs.Root value={value} onValueChange={(next: V) => onValueChange(next)}>
    <BaseTabs.List aria-label={label} className="relative flex gap-4 overflow-x-auto border-line border-b">
      {items.map((item) => (
        <BaseTabs.Tab
          key={item.value}
          value={item.value}
          className="focus-ring-inset flex h-9 items-center gap-1.5 whitespace-nowrap rounded-sm text-ink-2 text-sm hover:text-ink data-active:font-medium data-active:text-ink"
        >
          {item.label}
          {item.count ? <Count value={item.count} of={item.of} /> : null}
        </BaseTabs.Tab>
      ))}
      <BaseTabs.Indicator className="absolute bottom-0 left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent transition-[translate,width] duration-150 motion-reduce:transition-none" />
    </BaseTabs.List>
    {children}
  </BaseTabs.Root>
)

export const TabPanel = ({ value, children }: { readonly value: string; readonly children: ReactNode }) => (
  <BaseTabs.Panel value={value} className="focus-ring rounded-sm pt-4">
    {children}
  </BaseTabs.Panel>
)
