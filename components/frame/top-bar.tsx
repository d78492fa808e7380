'use client'
import { useQuery } from '@tanstack/react-query'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import type { FrameView } from '@/contracts/overview'
import { pageNameQuery } from '../data/page-name-query'
import { Breadcrumb } from '../ui/breadcrumb'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { crumbsOf } from './crumbs-of'
import { MeMenu } from './me-menu'
import { ThemeMenu } from './theme-menu'
import { VersionPicker } from './version-picker'

type TopBarProps = {
  readonly frame: FrameView
  /** The plan whose versions can be chosen here; null on screens that have none. */
  readonly versionsOf: FrameView['plans'][number] | null
  readonly onShowRail: () => void
  readonly onSearch: () => void
  readonly onShowKeys: () => void
}

export const TopBar = ({ frame, versionsOf, onShowRail, onSearch, onShowKeys }: TopBarProps) => {
  const pathname = usePathname()
  const { data: name } = useQuery(pageNameQuery(pathname))
  const crumbs = crumbsOf({ pathname, search: useSearchParams() }, frame.plans, name)
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-line border-b bg-ground px-3 md:px-6 print:hidden">
      <Button variant="ghost" size="icon" aria-label="Menu" className="md:hidden" onClick={onShowRail}>
        <MenuIcon aria-hidden="true" />
      </Button>
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <Breadcrumb crumbs={crumbs} />
        {versionsOf ? <VersionPicker plan={versionsOf} /> : null}
      </div>
      <button
        type="button"
        onClick={onSearch}
        aria-label="Search"
        className="focus-ring flex h-8 items-center gap-2 rounded-md text-ink-3 text-sm hover:text-ink max-lg:w-8 max-lg:justify-center max-lg:hover:bg-hover lg:w-56 lg:border lg:border-line lg:bg-surface lg:px-2.5 lg:hover:border-line-strong"
      >
        <Search aria-hidden="true" className="size-4 shrink-0 lg:size-3.5" />
        <span className="hidden flex-1 text-left lg:inline">Search</span>
        <span className="hidden gap-0.5 lg:flex" aria-hidden="true">
          <Kbd>⌘</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      <ThemeMenu />
      <MeMenu me={frame.me} onShowKeys={onShowKeys} />
    </header>
  )
}
