'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RouteView } from '@/contracts/source'
import { FailureNote } from '../data/failure-note'
import { unwrapAction } from '../data/unwrap-action'
import { AlertDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { Note } from '../ui/note'
import { RelativeTime } from '../ui/relative-time'
import { Section } from '../ui/section'
import { CollectorSetup } from './collector-setup'
import { ConnectDialog } from './connect-dialog'
import { HandValues } from './hand-values'
import { RouteStatus } from './route-status'
import { RouteSteps } from './route-steps'
import { RouteTestPanel } from './route-test-panel'
import { routeBrings, routeNames } from './route-words'
import type { SourceActions } from './source-actions'
import { routesQuery } from './source-queries'

type RouteCardProps = {
  readonly id: string
  readonly route: RouteView
  readonly actions: SourceActions
  readonly mayConnect: boolean
  readonly origin: string
}

/** One way: what it brings, how far it is, and what can be done about it. */
export const RouteCard = ({ id, route, actions, mayConnect, origin }: RouteCardProps) => {
  const isStanding = ['connected', 'by-hand', 'set-up-by-hand'].includes(route.status)
  return (
    <Section
      title={
        <span className="flex flex-wrap items-center gap-x-3">
          {routeNames[route.route]} <RouteStatus status={route.status} lastArrivalAt={route.lastArrivalAt} />
        </span>
      }
      description={routeBrings[route.route]}
      actions={
        mayConnect && route.route !== 'collector' ? <Ways id={id} route={route} actions={actions} /> : null
      }
    >
      <ul className="flex max-w-prose list-disc flex-col gap-1 pl-4 text-ink-2 text-sm">
        {route.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {route.lastArrivalAt ? (
        <p className="text-sm">
          {route.arrivals.toLocaleString('en')} arrived, the last <RelativeTime at={route.lastArrivalAt} />.
        </p>
      ) : null}
      {route.obstacle && !isStanding ? <Note tone="warn">{route.obstacle}</Note> : null}
      {route.steps.length > 0 ? <RouteSteps steps={route.steps} status={route.status} /> : null}
      {route.byHand.length > 0 ? <HandValues values={route.byHand} /> : null}
      {route.route === 'collector' ? (
        <CollectorSetup
          id={id}
          status={route.status}
          createEndpoint={actions.createEndpoint}
          origin={origin}
        />
      ) : null}
      {isStanding && mayConnect ? (
        <RouteTestPanel id={id} route={route} testRoute={actions.testRoute} />
      ) : null}
    </Section>
  )
}

const Ways = ({ id, route, actions }: Omit<RouteCardProps, 'mayConnect' | 'origin'>) => {
  const [asked, setAsked] = useState<'connect' | 'disconnect' | null>(null)
  const queries = useQueryClient()
  const place = { id, route: route.route }
  const doing = useMutation({
    mutationFn: (what: 'connect' | 'disconnect') =>
      unwrapAction(what === 'connect' ? actions.connectRoute(place) : actions.disconnectRoute(place)),
    onSuccess: () => {
      setAsked(null)
      return queries.invalidateQueries(routesQuery(id))
    },
  })
  const isMoving = route.status === 'connecting' || route.status === 'disconnecting'
  const name = routeNames[route.route]
  const close = (open: boolean) => {
    if (open) return
    doing.reset()
    setAsked(null)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {route.status === 'connected' ? null : (
        <Button
          variant={route.status === 'not-connected' ? 'primary' : 'secondary'}
          disabled={isMoving || route.obstacle !== null}
          onClick={() => setAsked('connect')}
        >
          {connectWords[route.status]}
          <span className="sr-only"> {name}</span>
        </Button>
      )}
      {route.status === 'not-connected' || route.status === 'set-up-by-hand' ? null : (
        <Button disabled={isMoving} onClick={() => setAsked('disconnect')}>
          Take away<span className="sr-only"> {name}</span>
        </Button>
      )}
      <ConnectDialog
        open={asked === 'connect'}
        onOpenChange={close}
        route={route}
        pending={doing.isPending}
        error={doing.error}
        onConfirm={() => doing.mutate('connect')}
      />
      <AlertDialog
        open={asked === 'disconnect'}
        onOpenChange={close}
        title={`Take ${name} away?`}
        description="What was made for it in Segment is removed, unless another source's route stands on it; a setting is turned off only where it is as it was left. Nothing else is touched, and violations that arrived stay here."
        confirm="Take away"
        danger
        pending={doing.isPending}
        onConfirm={() => doing.mutate('disconnect')}
      >
        {doing.error ? <FailureNote error={doing.error} className="mt-2" /> : null}
      </AlertDialog>
    </div>
  )
}

const connectWords: Readonly<Record<RouteView['status'], string>> = {
  'not-connected': 'Connect',
  'set-up-by-hand': 'Connect',
  connecting: 'Being connected',
  'by-hand': 'Look again',
  connected: 'Connected',
  disconnecting: 'Being taken away',
  failed: 'Go on',
}
