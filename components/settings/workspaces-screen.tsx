'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import { useState } from 'react'
import type { ConnectedWorkspace } from '@/contracts/workspace'
import { FailureNote } from '../data/failure-note'
import { plansQuery } from '../data/plans-query'
import { useCan } from '../data/use-can'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { Section } from '../ui/section'
import { SkeletonRows } from '../ui/skeleton'
import { ConnectForm } from './connect-form'
import { workspaceJobsQuery, workspacesQuery } from './settings-queries'
import type { WorkspaceActions } from './workspace-actions'
import { WorkspaceCard } from './workspace-card'

/** Which Segment workspaces are connected, and how to connect one. */
export const WorkspacesScreen = ({ actions }: { readonly actions: WorkspaceActions }) => {
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(workspacesQuery())
  const { data: plans } = useQuery(plansQuery())
  const { data: jobs = [] } = useQuery(workspaceJobsQuery())
  const mayConnect = useCan('connect-workspace')
  const [connecting, setConnecting] = useState(false)
  const [started, setStarted] = useState<ConnectedWorkspace | null>(null)
  const readAgain = () =>
    Promise.all(
      [['workspaces'], ['plans'], ['workspace-jobs'], ['frame'], ['overview']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const jobOf = (id: string) =>
    started?.id === id
      ? started.jobId
      : (jobs.find(({ subject }) => subject === `workspace:${id}`)?.id ?? null)
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the workspaces" />
    )
  return (
    <>
      <PageHeader
        title="Workspaces"
        actions={
          mayConnect && !connecting ? (
            <Button variant="primary" icon={<Plug aria-hidden="true" />} onClick={() => setConnecting(true)}>
              Connect a workspace
            </Button>
          ) : null
        }
      />
      {connecting ? (
        <Section title="Connect a Segment workspace" className="border-line border-t py-4">
          <ConnectForm
            actions={actions}
            onCancel={() => setConnecting(false)}
            onConnected={(connected) => {
              setConnecting(false)
              setStarted(connected)
              readAgain()
            }}
          />
        </Section>
      ) : null}
      {data.data.map((workspace) => (
        <WorkspaceCard
          key={workspace.id}
          workspace={workspace}
          plans={plans?.data.filter((plan) => plan.workspace.id === workspace.id) ?? []}
          jobId={jobOf(workspace.id)}
          onJobEnd={() => {
            setStarted(null)
            readAgain()
          }}
          onStarted={setStarted}
          actions={mayConnect ? actions : null}
        />
      ))}
      {data.data.length === 0 && !connecting ? (
        <EmptyState icon={Plug} title="No workspace is connected">
          {mayConnect
            ? 'With a Public API token its tracking plans are read; nothing is changed in Segment.'
            : 'An administrator can connect one.'}
        </EmptyState>
      ) : null}
    </>
  )
}
