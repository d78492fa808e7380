'use client'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, History } from 'lucide-react'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useState } from 'react'
import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { buttonStyle } from '../ui/button-style'
import { cn } from '../ui/cn'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../ui/menu'
import { RelativeTime } from '../ui/relative-time'
import { recentVersions } from './version-queries'

/** The plan version that is looked at, in the address as `v`; null for head. */
export const useVersionInView = () =>
  useQueryState('v', parseAsInteger.withOptions({ history: 'push', shallow: false }))

/** Time travel: any version of the plan, read only. */
export const VersionPicker = ({ plan }: { readonly plan: FrameView['plans'][number] }) => {
  const [version, setVersion] = useVersionInView()
  const [wanted, setWanted] = useState(false)
  const { data } = useQuery({ ...recentVersions(plan.id), enabled: wanted })
  if (plan.headVersion === null) return null
  const shown = version ?? plan.headVersion
  return (
    <Menu
      className="w-72"
      trigger={
        <button
          type="button"
          onPointerEnter={() => setWanted(true)}
          onFocus={() => setWanted(true)}
          aria-label={`Version ${shown}. Choose another`}
          className={cn(
            buttonStyle({ variant: 'ghost', size: 'sm' }),
            version !== null && 'bg-warn-soft text-warn hover:bg-warn-soft hover:text-warn',
          )}
        >
          <History aria-hidden="true" />
          <span className="tabular-nums">v{shown}</span>
          <span className="hidden text-ink-3 sm:inline">{version === null ? 'head' : null}</span>
          <ChevronDown aria-hidden="true" />
        </button>
      }
    >
      {(data?.data ?? []).map((each) => (
        <MenuItem
          key={each.version}
          checked={each.version === shown}
          onSelect={() => setVersion(each.version === plan.headVersion ? null : each.version)}
        >
          <span className="flex items-baseline gap-2">
            <span className="w-8 shrink-0 font-medium tabular-nums">v{each.version}</span>
            <span className="min-w-0 flex-1 truncate text-ink-2">{each.note || `by ${each.by}`}</span>
            <RelativeTime at={each.at} className="shrink-0 text-ink-3 text-xs" />
          </span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuLink href={pages.versions(plan.id)}>All versions</MenuLink>
    </Menu>
  )
}
