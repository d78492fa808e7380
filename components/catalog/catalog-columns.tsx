import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { CircleAlert, GitPullRequestArrow, TriangleAlert } from 'lucide-react'
import { pages } from '@/contracts/paths'
import type { CatalogRow } from '@/contracts/rule'
import { rowLink } from '../data/window-table'
import { Badge } from '../ui/badge'
import { cn } from '../ui/cn'
import { IntentLink } from '../ui/intent-link'
import { ruleTitle } from '../ui/rule-title'

export const catalogFeatures = tableFeatures({})

const column = createColumnHelper<typeof catalogFeatures, CatalogRow>()

/** Widths and what gives way on small screens, by column. The name takes what is left. */
export const columnStyle: Readonly<Record<string, string>> = {
  name: 'w-auto md:w-[30%]',
  type: 'w-24 max-lg:hidden',
  description: 'max-md:hidden',
  properties: 'w-22 text-right max-lg:hidden',
  violations: 'w-20 text-right md:w-24',
  volume: 'w-28 text-right max-md:hidden',
  since: 'w-16 text-right max-xl:hidden',
}

/** Columns for one plan at one version; links lead to the same version. */
export const catalogColumns = (plan: string, v: number | null) =>
  column.columns([
    column.display({
      id: 'name',
      header: 'Name',
      cell: ({ row: { original: row } }) => (
        <span className="flex min-w-0 items-center gap-2">
          <IntentLink
            href={pages.rule(plan, row, v === null ? {} : { v })}
            className={cn(rowLink, 'truncate', row.key === null ? 'font-medium' : 'font-mono text-[0.95em]')}
          >
            {ruleTitle(row)}
          </IntentLink>
          {row.version > 1 ? <span className="shrink-0 text-ink-3 text-xs">rule v{row.version}</span> : null}
          {row.openChangeRequests.length > 0 ? (
            <Badge tone="warn" icon={GitPullRequestArrow} className="shrink-0">
              <span className="sr-only">Open change request </span>#{row.openChangeRequests.join(', #')}
            </Badge>
          ) : null}
          {row.defects > 0 ? (
            <span className="flex shrink-0 items-center" title={`${row.defects} defects in the schema`}>
              <TriangleAlert aria-hidden="true" className="size-3.5 text-warn" />
              <span className="sr-only">{row.defects} defects in the schema</span>
            </span>
          ) : null}
        </span>
      ),
    }),
    column.display({
      id: 'type',
      header: 'Type',
      cell: ({ row }) => (
        <span className="inline-block text-ink-2 first-letter:uppercase">
          {row.original.type.toLowerCase()}
        </span>
      ),
    }),
    column.display({
      id: 'description',
      header: 'Description',
      cell: ({ row }) => <span className="block truncate text-ink-2">{row.original.description}</span>,
    }),
    column.display({
      id: 'properties',
      header: 'Properties',
      cell: ({ row }) => <span className="tabular-nums">{row.original.properties.length}</span>,
    }),
    column.display({
      id: 'violations',
      header: 'Violations',
      cell: ({ row: { original: row } }) =>
        row.openViolations > 0 ? (
          <span className="inline-flex items-center gap-1 text-bad tabular-nums">
            <CircleAlert aria-hidden="true" className="size-3.5" />
            {row.openViolations}
          </span>
        ) : (
          <Nothing />
        ),
    }),
    column.display({
      id: 'volume',
      header: 'Last 7 days',
      cell: ({ row }) =>
        row.original.eventsLastWeek === null ? (
          <Nothing />
        ) : (
          <span className="tabular-nums">{row.original.eventsLastWeek.toLocaleString('en')}</span>
        ),
    }),
    column.display({
      id: 'since',
      header: 'Since',
      cell: ({ row }) => <span className="text-ink-3 tabular-nums">v{row.original.since}</span>,
    }),
  ])

const Nothing = () => (
  <span className="text-ink-3">
    <span aria-hidden="true">–</span>
    <span className="sr-only">none</span>
  </span>
)
