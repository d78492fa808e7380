'use client'
import { useQuery } from '@tanstack/react-query'
import { Plus, SearchX, Table2 } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { can } from '@/domain/review/can'
import { roles } from '@/domain/review/role'
import { FailureNote } from '../data/failure-note'
import { frameQuery } from '../data/frame-query'
import { planQuery } from '../data/plan-query'
import { RepairButton } from '../repair/repair-button'
import type { RepairAction } from '../repair/use-repair'
import { PlanStages } from '../targets/plan-stages'
import type { PromoteAction } from '../targets/use-promote'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Page } from '../ui/page'
import { SkeletonRows } from '../ui/skeleton'
import { type CatalogFilter, catalogFilter } from './catalog-filter'
import { CatalogTable } from './catalog-table'
import { CatalogToolbar } from './catalog-toolbar'
import { NewEventDialog } from './new-event-dialog'
import { PlanHeader, type StartSyncAction } from './plan-header'
import { useCatalog } from './use-catalog'

type CatalogScreenProps = {
  readonly planId: string
  readonly actions: {
    readonly repair: RepairAction
    readonly startSync: StartSyncAction
    readonly promote: PromoteAction
  }
}

/** What do we track, and where is it? */
export const CatalogScreen = ({ planId, actions }: CatalogScreenProps) => {
  const { data: plan, error, refetch } = useQuery(planQuery(planId))
  const { data: frame } = useQuery(frameQuery())
  const [creating, setCreating] = useState(false)
  const catalog = useCatalog(planId)
  const role = roles.find((each) => each === frame?.me.role) ?? 'viewer'
  if (!plan)
    return (
      <Page>
        {error ? (
          <FailureNote error={error} onRetry={() => refetch()} />
        ) : (
          <SkeletonRows label="Reading the plan" />
        )}
      </Page>
    )
  const isPast = catalog.filter.v !== null && catalog.filter.v !== plan.headVersion
  const mayPropose = can(role, 'propose') && !isPast && plan.headVersion !== null
  return (
    <Page width="full" className="max-w-[96rem]">
      <PlanHeader plan={plan} startSync={can(role, 'sync-plan') ? actions.startSync : null} />
      <PlanStages plan={plan.id} promote={actions.promote} />
      <CatalogToolbar>
        <p role="status" className="text-ink-3 text-xs tabular-nums">
          {catalog.isPending
            ? ''
            : countText(catalog, isFiltered(catalog.filter) || isPast ? null : plan.rules)}
        </p>
        {mayPropose && catalog.filter.has === 'defects' && catalog.rows.length > 0 ? (
          <RepairButton plan={plan.id} rule={null} repair={actions.repair} />
        ) : null}
        {mayPropose ? (
          <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
            New event
          </Button>
        ) : null}
      </CatalogToolbar>
      <CatalogBody plan={planId} catalog={catalog} importing={plan.headVersion === null} />
      <NewEventDialog
        key={creating ? 'open' : 'closed'}
        plan={planId}
        open={creating}
        onOpenChange={setCreating}
      />
    </Page>
  )
}

const isFiltered = ({ q, type, has }: CatalogFilter) => q !== '' || type !== null || has !== null

/** How many rules there are; of a list that is not read to its end, what is known: `whole`, or that there are more. */
const countText = ({ rows, hasMore }: ReturnType<typeof useCatalog>, whole: number | null) => {
  if (hasMore && whole === null) return `more than ${rows.length.toLocaleString('en')} rules`
  const count = hasMore ? (whole ?? 0) : rows.length
  return count === 1 ? '1 rule' : `${count.toLocaleString('en')} rules`
}

type CatalogBodyProps = {
  readonly plan: string
  readonly catalog: ReturnType<typeof useCatalog>
  readonly importing: boolean
}

const CatalogBody = ({ plan, catalog, importing }: CatalogBodyProps) => {
  const [, setFilter] = useQueryStates(catalogFilter)
  if (catalog.error) return <FailureNote error={catalog.error} onRetry={catalog.retry} />
  if (catalog.isPending) return <SkeletonRows label="Reading the catalog" />
  if (catalog.rows.length > 0)
    return (
      <CatalogTable
        plan={plan}
        version={catalog.filter.v}
        rows={catalog.rows}
        settling={catalog.settling}
        hasMore={catalog.hasMore}
        onMore={catalog.more}
      />
    )
  if (catalog.settling) return <SkeletonRows label="Searching" />
  if (isFiltered(catalog.filter))
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing answers this filter"
        actions={
          <Button onClick={() => setFilter({ q: null, type: null, has: null })}>Clear the filter</Button>
        }
      />
    )
  return importing ? (
    <EmptyState icon={Table2} title="The plan is being read from Segment">
      Version 1 is what Segment holds now. It appears here when it has been read whole.
    </EmptyState>
  ) : (
    <EmptyState icon={Table2} title="This plan has no rules yet">
      Add the first event; it goes to Segment once somebody else has approved it.
    </EmptyState>
  )
}
