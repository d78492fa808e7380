'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { CircleCheck, CircleDashed, Plus, RotateCcwKey, Trash2, Webhook } from 'lucide-react'
import { useState } from 'react'
import type { EndpointCreated, EndpointView } from '@/contracts/endpoint'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { EmptyState } from '../ui/empty-state'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../ui/relative-time'
import { SkeletonRows } from '../ui/skeleton'
import { Status } from '../ui/status'
import { toast } from '../ui/toast'
import { Confirm } from './confirm'
import type { EndpointActions } from './endpoint-actions'
import { EndpointSecretDialog } from './endpoint-secret-dialog'
import { ForwardingSteps } from './forwarding-steps'
import { NewEndpointDialog } from './new-endpoint-dialog'
import { endpointsQuery } from './settings-queries'

/** Addresses that Segment posts violations to, and how to make it do so. */
export const EndpointsScreen = ({ actions }: { readonly actions: EndpointActions }) => {
  const { data, error, refetch } = useQuery(endpointsQuery())
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<EndpointCreated | null>(null)
  if (!data)
    return error ? (
      <FailureNote error={error} onRetry={() => refetch()} />
    ) : (
      <SkeletonRows label="Reading the addresses" />
    )
  return (
    <>
      <PageHeader
        title="Webhooks"
        actions={
          <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
            New address
          </Button>
        }
      />
      {data.data.length === 0 ? (
        <EmptyState icon={Webhook} title="No address yet">
          Make one, then follow the steps below in Segment: violations arrive here from then on.
        </EmptyState>
      ) : (
        <ul aria-label="Addresses" className="border-line border-t">
          {data.data.map((endpoint) => (
            <EndpointRow key={endpoint.id} endpoint={endpoint} actions={actions} onRotated={setMade} />
          ))}
        </ul>
      )}
      <div className="mt-8">
        <ForwardingSteps />
      </div>
      <NewEndpointDialog
        open={creating}
        onOpenChange={setCreating}
        create={actions.createEndpoint}
        onCreated={setMade}
      />
      <EndpointSecretDialog made={made} onClose={() => setMade(null)} />
    </>
  )
}

const whatOf = ({ kind, source, sourceName, keyEnding, workspace }: EndpointView): string => {
  if (kind === 'violations') return `Violations of ${workspace.name}`
  const key = keyEnding === null ? '' : `, write key …${keyEnding}`
  return `Events of ${sourceName ?? source ?? 'a source'} in ${workspace.name}${key}`
}

const newSecretWarning =
  'Deliveries signed with the present secret are refused from now on, until the new one stands in the Webhooks destination in Segment. Segment tries refused deliveries again only after errors of the server, so what is refused is lost.'
const newKeyWarning =
  'It gets a new write key, too. Libraries that send with the present one are answered as before, but nothing of theirs is taken, until they are given the new one.'

type EndpointRowProps = {
  readonly endpoint: EndpointView
  readonly actions: EndpointActions
  readonly onRotated: (made: EndpointCreated) => void
}

const EndpointRow = ({ endpoint, actions, onRotated }: EndpointRowProps) => {
  const queries = useQueryClient()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['endpoints'] })
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium text-sm">{whatOf(endpoint)}</p>
        <div className="flex items-center gap-1">
          <code className="break-all font-mono text-ink-2 text-xs">{endpoint.url}</code>
          <CopyButton text={endpoint.url} what="address" />
        </div>
        {endpoint.lastDeliveryAt ? (
          <Status tone="good" icon={CircleCheck}>
            last delivery <RelativeTime at={endpoint.lastDeliveryAt} />,{' '}
            {endpoint.deliveries.toLocaleString('en')} in all
          </Status>
        ) : (
          <Status tone="warn" icon={CircleDashed}>
            waiting for the first delivery
          </Status>
        )}
      </div>
      <div className="flex gap-2">
        <Confirm
          trigger={(open) => (
            <Button size="sm" icon={<RotateCcwKey aria-hidden="true" />} onClick={open}>
              New secret
            </Button>
          )}
          title="Give this address a new secret?"
          description={endpoint.kind === 'events' ? newKeyWarning : newSecretWarning}
          confirm="Make a new secret"
          run={async () => {
            const made = await unwrapAction(actions.rotateEndpoint({ id: endpoint.id }))
            await readAgain()
            onRotated(made)
          }}
        />
        <Confirm
          trigger={(open) => (
            <Button size="sm" icon={<Trash2 aria-hidden="true" />} onClick={open}>
              Delete
            </Button>
          )}
          title="Delete this address?"
          description={`${whatOf(endpoint)}: what is sent to it is not taken from now on. What has arrived stays.`}
          confirm="Delete the address"
          run={async () => {
            await unwrapAction(actions.deleteEndpoint({ id: endpoint.id }))
            toast.success('The address is deleted')
            await readAgain()
          }}
        />
      </div>
    </li>
  )
}
