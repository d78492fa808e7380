import { Hono } from 'hono'
import { grouped } from '@/sandbox/counts/grouped'
import type { Dimension, Metric } from '@/sandbox/counts/series'
import { checkLimits, readTimeWindow } from '@/sandbox/counts/time-window'
import { findDestination, findSource } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { listOf, readQuery } from '@/sandbox/public-api/query'
import { invalidInput } from '@/sandbox/public-api/segment-error'
import { isObject, type JsonObject } from '@/sandbox/world/json'
import type { Sandbox } from '@/sandbox/world/sandbox'

type Endpoint = { path: string; metric: Metric; perDestination: boolean }

const endpoints: Endpoint[] = [
  { path: 'successfully-received', metric: 'received', perDestination: false },
  { path: 'failed-on-ingest', metric: 'failed-on-ingest', perDestination: false },
  { path: 'filtered-at-source', metric: 'filtered-at-source', perDestination: false },
  { path: 'filtered-at-destination', metric: 'filtered-at-destination', perDestination: true },
  { path: 'failed-delivery', metric: 'failed-delivery', perDestination: true },
  { path: 'successful-delivery', metric: 'delivered', perDestination: true },
]

const dimensionsFor = ({ metric }: Endpoint): Dimension[] =>
  metric === 'received'
    ? ['eventName', 'eventType', 'appVersion']
    : ['eventName', 'eventType', 'appVersion', 'discardReason']

const groupByOf = (query: JsonObject, allowed: Dimension[]): Dimension[] =>
  listOf(query.groupBy).map((asked) => {
    const name = allowed.find((candidate) => candidate === asked)
    if (!name) throw invalidInput(`"groupBy" must be one of [${allowed.join(', ')}]`, 'groupBy')
    return name
  })

const filtersOf = (query: JsonObject, allowed: Dimension[]) => {
  const filter = isObject(query.filter) ? query.filter : {}
  return Object.fromEntries(
    allowed.flatMap((name) => (filter[name] === undefined ? [] : [[name, listOf(filter[name])]])),
  )
}

const asked = (query: JsonObject, name: string): string => {
  if (typeof query[name] !== 'string') throw invalidInput(`"${name}" is required`, name)
  return query[name]
}

/** Delivery Overview: six countings with the same questions and answers. */
export const deliveryOverviewRoutes = (sandbox: Sandbox) => {
  const answer = (endpoint: Endpoint, url: string) => {
    const query = readQuery(url)
    const source = findSource(sandbox, asked(query, 'sourceId'))
    const destination = endpoint.perDestination
      ? findDestination(sandbox, asked(query, 'destinationConfigId'))
      : null
    const window = readTimeWindow(query)
    checkLimits(window, sandbox.now())
    const allowed = dimensionsFor(endpoint)
    const groups = grouped(sandbox.counts, {
      metric: endpoint.metric,
      window,
      groupBy: groupByOf(query, allowed),
      only: {
        ...filtersOf(query, allowed),
        sourceId: [source.id],
        ...(destination && { destinationId: [destination.id] }),
      },
    })
    const { items, pagination } = pageOf(groups, query)
    return {
      data: {
        total: groups.reduce((sum, { total }) => sum + total, 0),
        dataset: items.map(({ by, total, series }) => ({ ...by, total, series })),
        pagination,
      },
    }
  }

  const routes = new Hono()
  for (const endpoint of endpoints)
    routes.get(`/delivery-overview/${endpoint.path}`, (c) => c.json(answer(endpoint, c.req.url)))
  return routes
}
