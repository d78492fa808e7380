import {
  BookOpen,
  ChartLine,
  CircleAlert,
  GitPullRequestArrow,
  House,
  type LucideIcon,
  Radio,
  RadioTower,
  Settings,
  SquareActivity,
} from 'lucide-react'
import { pages } from '@/contracts/paths'

export type RailItem = {
  readonly label: string
  readonly href: string
  readonly icon: LucideIcon
  /** The chord that goes there. */
  readonly keys: string
  /** Addresses that belong to it begin like this. */
  readonly match: (pathname: string) => boolean
}

/** The places of the left rail, top to bottom. The catalog is left out while there is no plan. */
export const railItems = (planId: string | null): readonly RailItem[] => [
  { label: 'Overview', href: pages.overview(), icon: House, keys: 'g o', match: (path) => path === '/' },
  ...(planId
    ? [
        {
          label: 'Catalog',
          href: pages.catalog(planId),
          icon: BookOpen,
          keys: 'g c',
          match: (path: string) => /^\/plans\/[^/]+\/(catalog|rules|versions|drift)/.test(path),
        },
      ]
    : []),
  {
    label: 'Change requests',
    href: pages.changeRequests(),
    icon: GitPullRequestArrow,
    keys: 'g r',
    match: (path) => /^\/(plans\/[^/]+\/)?change-requests/.test(path),
  },
  {
    label: 'Violations',
    href: pages.violations(),
    icon: CircleAlert,
    keys: 'g v',
    match: (path) => path.startsWith('/violations'),
  },
  {
    label: 'Sources',
    href: pages.sources(),
    icon: Radio,
    keys: 'g u',
    match: (path) => path.startsWith('/sources'),
  },
  {
    label: 'Debugger',
    href: pages.debugger(),
    icon: RadioTower,
    keys: 'g d',
    match: (path) => path.startsWith('/debugger'),
  },
  {
    label: 'Insights',
    href: pages.insights(),
    icon: ChartLine,
    keys: 'g i',
    match: (path) => path.startsWith('/insights'),
  },
  {
    label: 'Jobs',
    href: pages.jobs(),
    icon: SquareActivity,
    keys: 'g j',
    match: (path) => path.startsWith('/jobs'),
  },
  {
    label: 'Settings',
    href: pages.settings(),
    icon: Settings,
    keys: 'g s',
    match: (path) => path.startsWith('/settings'),
  },
]
