'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import type { RouteView } from '@/contracts/source'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { useCan } from '../data/use-can'
import { liveSourcesQuery } from '../libraries/live-sources-query'
import { PointLibrary } from '../libraries/point-library'
import { Button } from '../ui/button'
import type { SourceActions } from './source-actions'
import { routesQuery } from './source-queries'

type CollectorSetupProps = {
  readonly id: string
  readonly status: RouteView['status']
  readonly createEndpoint: SourceActions['createEndpoint']
  /** Where this installation is reached. */
  readonly origin: string
}

/** What the way by a library takes: a write key, and what an app is told. */
export const CollectorSetup = ({ id, status, createEndpoint, origin }: CollectorSetupProps) => {
  const { data } = useQuery(liveSourcesQuery())
  const found = data?.data.find(({ source }) => source.id === id)
  if (found) return <PointLibrary source={found} origin={origin} />
  return status === 'not-connected' ? <MakeWriteKey id={id} createEndpoint={createEndpoint} /> : null
}

const MakeWriteKey = ({ id, createEndpoint }: Pick<CollectorSetupProps, 'id' | 'createEndpoint'>) => {
  const queries = useQueryClient()
  const mayMake = useCan('manage-endpoints')
  const making = useMutation({
    mutationFn: () => unwrapAction(createEndpoint({ kind: 'events', source: id })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries(liveSourcesQuery()),
        queries.invalidateQueries(routesQuery(id)),
        queries.invalidateQueries({ queryKey: ['endpoints'] }),
      ]),
  })
  if (!mayMake) return <p className="text-sm">An administrator can make the write key here.</p>
  return (
    <div className="flex flex-col items-start gap-3">
      <Button
        variant="primary"
        icon={<KeyRound aria-hidden="true" />}
        pending={making.isPending}
        onClick={() => making.mutate()}
      >
        Make a write key
      </Button>
      {making.error ? <FailureNote error={making.error} /> : null}
    </div>
  )
}
