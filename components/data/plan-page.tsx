'use client'
import { useQuery } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import { Fragment, type ReactNode } from 'react'
import type { FrameView } from '@/contracts/overview'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { Select } from '../ui/select'
import { frameQuery } from './frame-query'
import { planOfPage } from './plan-of-page'

type PlanPageProps = {
  readonly title: string
  /** A line under the title. */
  readonly meta?: ReactNode
  readonly icon: LucideIcon
  /** What to do while there is no plan. */
  readonly empty: string
  readonly children: (plan: FrameView['plans'][number]) => ReactNode
}

/** A page that each plan has of its own. The plan stands in the query of the address, and another can be chosen. */
export const PlanPage = ({ title, meta, icon, empty, children }: PlanPageProps) => {
  const { data: frame } = useQuery(frameQuery())
  const [asked, setAsked] = useQueryState('plan', parseAsString)
  const plans = frame?.plans ?? []
  const plan = planOfPage(plans, asked)
  return (
    <>
      <PageHeader
        title={title}
        meta={meta}
        actions={
          plans.length > 1 && plan ? (
            <Select
              label="Plan"
              value={plan.id}
              onValueChange={setAsked}
              options={plans.map(({ id, name }) => ({ value: id, label: name }))}
              className="w-auto min-w-40"
            />
          ) : null
        }
      />
      {plan ? <Fragment key={plan.id}>{children(plan)}</Fragment> : null}
      {frame && !plan ? (
        <EmptyState icon={icon} title="No plan yet">
          {empty}
        </EmptyState>
      ) : null}
    </>
  )
}
