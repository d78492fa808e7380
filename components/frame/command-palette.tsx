'use client'
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import type { CatalogRow } from '@/contracts/rule'
import { catalogSearch } from '../data/catalog-search'
import { cn } from '../ui/cn'
import { backdropStyle, dialogStyle } from '../ui/dialog-style'
import { ruleTitle } from '../ui/rule-title'
import { type RailItem, railItems } from './rail-items'

type CommandPaletteProps = {
  readonly plan: FrameView['plans'][number] | null
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const itemStyle =
  'flex h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-ink-3'
const headingStyle =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs'

/** ⌘K: the events of the plan, and every place. */
export const CommandPalette = ({ plan, open, onOpenChange }: CommandPaletteProps) => (
  <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropStyle} />
      <BaseDialog.Popup className={cn(dialogStyle, 'max-w-xl overflow-hidden')}>
        <BaseDialog.Title className="sr-only">Search</BaseDialog.Title>
        <Palette plan={plan} onClose={() => onOpenChange(false)} />
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  </BaseDialog.Root>
)

const eventValue = ({ type, key, version }: CatalogRow) => `${type} ${key} ${version}`
const placeValue = ({ label }: RailItem) => `place ${label}`

const Palette = ({ plan, onClose }: Pick<CommandPaletteProps, 'plan'> & { readonly onClose: () => void }) => {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState('')
  const [isEntered, setEntered] = useState(false)
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ ...catalogSearch(plan?.id ?? '', q), placeholderData: keepPreviousData })
  const isAnswered = plan === null || (q === typed.trim() && !found.isPending && !found.isPlaceholderData)
  const events = found.data?.data ?? []
  const places = railItems(plan?.id ?? null).filter(({ label }) =>
    label.toLowerCase().includes(q.toLowerCase()),
  )
  const values = [...events.map(eventValue), ...places.map(placeValue)]
  // cmdk loses its selection when several items leave at once; one that left gives way to the first.
  const selected = values.includes(chosen) ? chosen : (values[0] ?? '')
  const go = (href: string) => {
    onClose()
    router.push(href)
  }
  const holdEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isAnswered || event.nativeEvent.isComposing) return
    event.preventDefault()
    setEntered(true)
  }
  const openSelected = useEffectEvent(() => {
    setEntered(false)
    const event = events.find((row) => eventValue(row) === selected)
    const href =
      event && plan
        ? pages.rule(plan.id, event)
        : places.find((place) => placeValue(place) === selected)?.href
    if (href !== undefined) go(href)
  })
  useEffect(() => {
    if (isEntered && isAnswered) openSelected()
  }, [isEntered, isAnswered])
  return (
    <Command
      label="Search"
      shouldFilter={false}
      loop
      value={selected}
      onValueChange={setChosen}
      onKeyDown={holdEnter}
    >
      <div className="flex items-center gap-2.5 border-line border-b px-3.5">
        <Search aria-hidden="true" className="size-4 text-ink-3" />
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={(text) => {
            setTyped(text)
            setEntered(false)
          }}
          placeholder={plan ? `Search events of ${plan.name}` : 'Search'}
          className="h-11 flex-1 bg-transparent text-base outline-none placeholder:text-ink-3"
        />
      </div>
      <Command.List className="max-h-96 overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-8 text-center text-ink-3 text-sm">
          {found.isFetching ? 'Searching' : 'Nothing has that name.'}
        </Command.Empty>
        {plan && events.length > 0 ? (
          <Command.Group heading="Events" className={headingStyle}>
            {events.map((row) => (
              <Command.Item
                key={eventValue(row)}
                value={eventValue(row)}
                onSelect={() => go(pages.rule(plan.id, row))}
                className={itemStyle}
              >
                <span className={cn('min-w-0 truncate', row.key !== null && 'font-mono')}>
                  {ruleTitle(row)}
                </span>
                <span className="min-w-0 flex-1 truncate text-ink-3 text-xs">{row.description}</span>
                <span className="text-ink-3 text-xs">{row.type.toLowerCase()}</span>
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        {places.length > 0 ? (
          <Command.Group heading="Go to" className={headingStyle}>
            {places.map((place) => (
              <Command.Item
                key={place.label}
                value={placeValue(place)}
                onSelect={() => go(place.href)}
                className={itemStyle}
              >
                <place.icon aria-hidden="true" strokeWidth={1.75} />
                {place.label}
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
      </Command.List>
    </Command>
  )
}
