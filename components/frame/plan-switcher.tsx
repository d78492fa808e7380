'use client'
import { ChevronsUpDown } from 'lucide-react'
import { usePathname } from 'next/navigation'
import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { isPageOfPlan } from '../data/plan-of-page'
import { Logo } from '../ui/logo'
import { Menu, MenuGroup, MenuLink } from '../ui/menu'

type PlanSwitcherProps = { readonly frame: FrameView; readonly plan: FrameView['plans'][number] | null }

/** Which plan of which workspace, and the way to another. A demo workspace says so. */
export const PlanSwitcher = ({ frame, plan }: PlanSwitcherProps) => {
  const pathname = usePathname()
  const workspace = frame.workspaces.find(({ id }) => id === plan?.workspaceId)
  return (
    <Menu
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={plan ? `Plan: ${plan.name}. Choose another` : 'Choose a plan'}
          className="focus-ring flex w-full items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-hover data-popup-open:bg-hover"
        >
          <Logo className="shrink-0" />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-ink text-sm leading-4.5">
              {plan?.name ?? 'Plumbline'}
            </span>
            <span className="flex items-center gap-1.5 text-ink-3 text-xs">
              <span className="truncate">{workspace?.name ?? 'No plan yet'}</span>
              {workspace?.demo ? <span className="shrink-0 font-medium text-warn">Demo</span> : null}
            </span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
        </button>
      }
    >
      {frame.workspaces.map((each) => (
        <MenuGroup key={each.id} label={each.demo ? `${each.name}, demo` : each.name}>
          {frame.plans
            .filter(({ workspaceId }) => workspaceId === each.id)
            .map(({ id, name, headVersion }) => (
              <MenuLink key={id} href={placeOf(pathname, id)} checked={id === plan?.id}>
                <span className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  <span className="text-ink-3 text-xs tabular-nums">
                    {headVersion === null ? 'being read' : `v${headVersion}`}
                  </span>
                </span>
              </MenuLink>
            ))}
        </MenuGroup>
      ))}
      {frame.workspaces.length === 0 ? (
        <MenuLink href={pages.settings('workspaces')}>Connect a workspace</MenuLink>
      ) : null}
    </Menu>
  )
}

/** The same page of another plan where each has its own; from anywhere else its catalog. */
const placeOf = (pathname: string, plan: string): string =>
  isPageOfPlan(pathname) ? `${pathname}?plan=${encodeURIComponent(plan)}` : pages.catalog(plan)
