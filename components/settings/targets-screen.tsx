'use client'
import { useQuery } from '@tanstack/react-query'
import { Layers, Plus } from 'lucide-react'
import { useState } from 'react'
import { FailureNote } from '../data/failure-note'
import { PlanPage } from '../data/plan-page'
import { StageList } from '../targets/stage-list'
import { targetsQuery } from '../targets/target-queries'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { AddTargetDialog } from './add-target-dialog'
import type { TargetActions } from './target-actions'
import { TargetMenu } from './target-menu'

/** Where a plan goes on to: development, staging, production. */
export const TargetsScreen = ({ actions }: { readonly actions: TargetActions }) => (
  <PlanPage
    title="Targets"
    icon={Layers}
    empty="Connect a workspace; then one of its plans can follow another one."
  >
    {({ id, name }) => <OneLine plan={id} name={name} actions={actions} />}
  </PlanPage>
)

type OneLineProps = { readonly plan: string; readonly name: string; readonly actions: TargetActions }

const OneLine = ({ plan, name, actions }: OneLineProps) => {
  const { data: line, error, refetch } = useQuery(targetsQuery(plan))
  const [adding, setAdding] = useState({ open: false, count: 0 })
  if (!line)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the stages" />
    )
  const isAlone = line.data.length < 2
  const add = (variant: 'primary' | 'secondary') =>
    line.can.manage ? (
      <Button
        variant={variant}
        icon={<Plus aria-hidden="true" />}
        onClick={() => setAdding(({ count }) => ({ open: true, count: count + 1 }))}
      >
        Add a stage
      </Button>
    ) : null
  return (
    <>
      {isAlone ? (
        <EmptyState icon={Layers} title={`${name} stands alone`} actions={add('primary')}>
          Let another tracking plan follow it, say production after development. What is published here can
          then be promoted there, as a change request under that plan’s own policy.
          {line.can.manage ? '' : ' Admins add stages.'}
        </EmptyState>
      ) : (
        <Section
          title="Stages"
          description="Each stage is a tracking plan in Segment with versions and a policy of its own. A version goes on from one to the next as a change request."
          actions={add('secondary')}
        >
          <StageList
            plan={plan}
            line={line}
            promote={actions.promote}
            more={(target) =>
              line.can.manage ? (
                <TargetMenu plan={plan} line={line} target={target} actions={actions} />
              ) : null
            }
          />
        </Section>
      )}
      <AddTargetDialog
        key={adding.count}
        plan={plan}
        line={line}
        open={adding.open}
        onOpenChange={(open) => setAdding((before) => ({ ...before, open }))}
        addTarget={actions.addTarget}
      />
    </>
  )
}
