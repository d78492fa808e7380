'use client'
import { useQuery } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { Sheet } from '../ui/sheet'
import { useKeys } from '../ui/use-keys'
import { CommandPalette } from './command-palette'
import { ConnectionNote } from './connection-note'
import { KeysDialog } from './keys-dialog'
import { PastVersionNote } from './past-version-note'
import { Rail } from './rail'
import { railItems } from './rail-items'
import { TopBar } from './top-bar'
import { useCurrentPlan, usePlanInAddress } from './use-current-plan'

type Overlay = 'rail' | 'search' | 'keys' | null

/** What stands around every screen. Reads `frameQuery`, which the layout has read before. */
export const AppFrame = ({ children }: { readonly children: ReactNode }) => {
  const { data: frame, error, refetch } = useQuery(frameQuery())
  const [overlay, setOverlay] = useState<Overlay>(null)
  const plan = useCurrentPlan(frame?.plans ?? [])
  const inAddress = usePlanInAddress(frame?.plans ?? [])
  const travelling = /^\/plans\/[^/]+\/(catalog|rules)/.test(usePathname()) ? inAddress : null
  useFrameKeys(plan?.id ?? null, setOverlay)
  if (!frame)
    return error ? (
      <main className="p-6">
        <FailureNote error={error} onRetry={() => refetch()} />
      </main>
    ) : null
  const show = (which: Exclude<Overlay, null>) => (open: boolean) => setOverlay(open ? which : null)
  return (
    <div className="flex min-h-dvh">
      <a
        href="#main"
        className="focus-ring sr-only rounded-md bg-surface px-3 py-2 text-sm focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60"
      >
        Skip to the page
      </a>
      <aside
        aria-label="Places"
        className="sticky top-0 hidden h-dvh w-56 shrink-0 overflow-y-auto border-line border-r bg-rail md:block print:hidden"
      >
        <Rail frame={frame} />
      </aside>
      <Sheet open={overlay === 'rail'} onOpenChange={show('rail')} title="Places">
        <Rail frame={frame} onNavigate={() => setOverlay(null)} />
      </Sheet>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar
          frame={frame}
          versionsOf={travelling}
          onShowRail={() => setOverlay('rail')}
          onSearch={() => setOverlay('search')}
          onShowKeys={() => setOverlay('keys')}
        />
        <ConnectionNote />
        {travelling ? <PastVersionNote plan={travelling} /> : null}
        <main id="main" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
      </div>
      <CommandPalette plan={plan} open={overlay === 'search'} onOpenChange={show('search')} />
      <KeysDialog open={overlay === 'keys'} onOpenChange={show('keys')} />
    </div>
  )
}

const useFrameKeys = (planId: string | null, open: (overlay: Overlay) => void) => {
  const router = useRouter()
  const places = railItems(planId).map(({ keys, href }) => [keys, () => router.push(href)] as const)
  useKeys({ ...Object.fromEntries(places), '?': () => open('keys') })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      open('search')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [open])
}
