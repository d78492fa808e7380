import type { Listing } from '@/contracts/listing'
import type { RouteView } from '@/contracts/source'
import { collectorSteps } from '@/domain/sources/collector-steps'
import { type Route, routes } from '@/domain/sources/route'
import {
  forwardingSetting,
  routeNotes,
  routeStepTitles,
  routeTrigger,
  whatWillBeDone,
} from '@/domain/sources/route-guide'
import type { Context } from '@/server/ports/context'
import type { SourceRoute } from '@/server/ports/route-store'
import type { Source } from '@/server/ports/source-store'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { endpointUrl } from '../violations/endpoint-url'
import { eventsEndpointOf } from './events-endpoint-of'
import { routeObstacle } from './route-obstacle'
import { statusShown } from './route-summaries'
import { testView } from './test-view'

/** The ways in which violations of a source can come here: what each takes, how far it is, and its last test. */
export const listRoutes = (ctx: Context, { id }: { readonly id: string }): Promise<Listing<RouteView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-sources')
    const source = (await stores.sources.find(id)) ?? fail({ code: 'not-found', what: 'source' })
    const workspace =
      (await stores.workspaces.find(source.workspaceId)) ?? fail({ code: 'not-found', what: 'workspace' })
    const setUp = await stores.routes.ofSource(source.workspaceId, id)
    const arrivals = await stores.routes.arrivals(source.workspaceId)
    const tests = await stores.routes.latestTests(source.workspaceId, id)
    const hasWriteKey = (await eventsEndpointOf(stores, source)) !== null
    const names = new Map(
      (await stores.sources.ofWorkspace(source.workspaceId)).map((one) => [one.id, one.name]),
    )
    const data = routes.map((route): RouteView => {
      const record = setUp.find((one) => one.route === route)
      const arrival = arrivals.find((one) => one.sourceId === id && one.route === route)
      const test = tests.find((one) => one.route === route)
      return {
        route,
        status:
          route === 'collector'
            ? collectorStatus(hasWriteKey, arrival !== undefined)
            : statusShown(record?.status, arrival ?? (test?.arrivedAt ? { isCurrent: false } : undefined)),
        willDo: [...whatWillBeDone(route, source.name, receiverName(source, route, record, names))],
        notes: [...routeNotes[route]],
        obstacle: routeObstacle({ source, route, workspace, appUrl: ctx.appUrl }),
        steps:
          route === 'collector'
            ? [
                ...collectorSteps({
                  hasWriteKey,
                  testArrived: test?.arrivedAt != null,
                  callsArrived: arrival !== undefined,
                }),
              ]
            : (record?.steps ?? []).map(({ name, state, words }) => ({
                name,
                title: titleOf(name),
                state,
                words,
              })),
        byHand: byHandValues(ctx, route, record),
        arrivals: arrival?.arrivals ?? 0,
        lastArrivalAt: arrival?.lastAt ?? null,
        jobId: record?.jobId ?? null,
        test: test ? testView(test) : null,
      }
    })
    return { data, nextCursor: null }
  })

/** A collector is set up by giving out a write key; that an app uses it shows when a call comes. */
const collectorStatus = (hasWriteKey: boolean, hasArrived: boolean): RouteView['status'] => {
  if (!hasWriteKey) return 'not-connected'
  return hasArrived ? 'connected' : 'by-hand'
}

const titleOf = (name: string): string =>
  Object.entries(routeStepTitles).find(([step]) => step === name)?.[1] ?? name

/** The source that was forwarded to before we did anything. */
const receiverName = (
  { settings }: Source,
  route: Route,
  record: SourceRoute | undefined,
  names: ReadonlyMap<string, string>,
): string | null => {
  const key = forwardingSetting[route]
  const set = key === null ? undefined : settings?.[key]
  if (typeof set !== 'string' || record?.made.some(({ kind }) => kind === 'setting')) return null
  return names.get(set) ?? set
}

const byHandValues = (
  { appUrl }: Context,
  route: Route,
  record: SourceRoute | undefined,
): RouteView['byHand'] => {
  const isByHand = record?.steps.some(({ state }) => state === 'by-hand') ?? false
  if (!isByHand || route === 'collector' || record?.endpointId == null) return []
  return [
    { label: 'Trigger', value: routeTrigger[route] },
    { label: 'URL', value: endpointUrl(appUrl, record.endpointId) },
    { label: 'Method', value: 'POST' },
    { label: 'Data', value: '$event' },
  ]
}
