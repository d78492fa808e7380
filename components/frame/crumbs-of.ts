import type { FrameView } from '@/contracts/overview'
import { pages } from '@/contracts/paths'
import { planAt } from '../data/plan-at'
import type { Crumb } from '../ui/breadcrumb'
import { ruleTitle } from '../ui/rule-title'

const sections: Readonly<Record<string, string>> = {
  workspaces: 'Workspaces',
  members: 'Members',
  tokens: 'API tokens',
  policies: 'Policy',
  targets: 'Targets',
  lint: 'Lint',
  traffic: 'Recorded traffic',
  endpoints: 'Webhooks',
  alerts: 'Alerts',
  account: 'Account',
  audit: 'Audit log',
} satisfies Record<NonNullable<Parameters<typeof pages.settings>[0]>, string>

type Address = { readonly pathname: string; readonly search: URLSearchParams }

/** Where the page at this address stands, from the plan down. `name`: what it is called, where that is known. */
export const crumbsOf = (
  { pathname, search }: Address,
  plans: FrameView['plans'],
  name: string | undefined,
): readonly Crumb[] => {
  const [area = '', ...rest] = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  switch (area) {
    case 'plans':
      return planCrumbs(rest, search, plans)
    case 'change-requests':
      return [{ label: 'Change requests' }]
    case 'violations': {
      if (rest.length === 0) return [{ label: 'Violations' }]
      const label = pathname === pages.dynamicNames() ? 'Names that carry a value' : (name ?? 'Violation')
      return [{ label: 'Violations', href: pages.violations() }, { label }]
    }
    case 'sources':
      return rest.length === 0
        ? [{ label: 'Sources' }]
        : [{ label: 'Sources', href: pages.sources() }, { label: name ?? 'Source' }]
    case 'debugger':
      return [{ label: 'Debugger' }]
    case 'insights':
      return [{ label: 'Insights' }]
    case 'jobs':
      return [{ label: 'Jobs' }]
    case 'settings':
      return [
        { label: 'Settings', href: pages.settings() },
        { label: sections[rest[0] ?? ''] ?? 'Workspaces' },
      ]
    default:
      return [{ label: 'Overview' }]
  }
}

const planCrumbs = (
  [planId = '', area, item]: readonly string[],
  search: URLSearchParams,
  plans: FrameView['plans'],
): Crumb[] => {
  const plan = planAt(plans, planId)
  const top: Crumb = { label: plan?.name ?? 'Plan', href: pages.catalog(planId) }
  const catalog: Crumb = { label: 'Catalog', href: pages.catalog(planId) }
  switch (area) {
    case 'rules': {
      const key = search.get('key')
      return [top, catalog, { label: ruleTitle({ type: item ?? '', key }), mono: key !== null }]
    }
    case 'versions':
      return [top, { label: 'Versions' }]
    case 'import-violations':
      return [top, { label: 'Bring in violations' }]
    case 'drift':
      return [top, { label: 'Drift' }]
    case 'change-requests':
      return [top, { label: 'Change requests', href: pages.changeRequests() }, { label: `#${item ?? ''}` }]
    default:
      return [top, { label: 'Catalog' }]
  }
}
