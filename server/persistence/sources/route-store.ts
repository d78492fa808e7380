import { z } from 'zod'
import { routes as routeNames } from '@/domain/sources/route'
import type { RouteStore, SourceRoute } from '@/server/ports/route-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import type { SourceRoute as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { jsonOrNull } from '../rows/stored-json'
import { addTest, latestTests, setTestSent, testsArrived } from './route-tests'

export const routeStore = (client: Client, connection: Connection): RouteStore => ({
  ofSource: (workspaceId, sourceId) => list(client, { workspaceId, sourceId }),
  ofWorkspace: (workspaceId) => list(client, { workspaceId }),
  all: () => list(client, {}),
  lock: async (workspaceId, sourceId, route) => {
    await client.$queryRaw`
      select 1 from source_route where workspace_id = ${workspaceId} and source_id = ${sourceId} and route = ${route}
      for update`
    const [row] = await list(client, { workspaceId, sourceId, route })
    return row ?? null
  },
  save: async (route) => {
    const { workspaceId, sourceId, route: name, steps, made, changedAt, ...rest } = route
    const data = {
      ...rest,
      steps: jsonOrNull(steps) as never,
      made: jsonOrNull(made) as never,
      changedAt: new Date(changedAt),
    }
    await client.sourceRoute.upsert({
      where: { workspaceId_sourceId_route: { workspaceId, sourceId, route: name } },
      create: { workspaceId, sourceId, route: name, ...data },
      update: data,
    })
  },
  remove: async (workspaceId, sourceId, route, at) => {
    await client.sourceRoute.deleteMany({ where: { workspaceId, sourceId, route } })
    await client.routeArrival.updateMany({
      where: { workspaceId, sourceId, route },
      data: { removedAt: new Date(at) },
    })
  },
  arrived: async (workspaceId, arrivals) => {
    if (arrivals.length === 0) return
    await connection.run`
      insert into route_arrival (workspace_id, source_id, route, arrivals, last_at)
      select ${workspaceId}, t.source_id, t.route, sum(t.arrivals)::bigint, max(t.last_at)
      from unnest(
        ${arrivals.map(({ sourceId }) => storableText(sourceId))}::text[],
        ${arrivals.map(({ route }) => route)}::text[],
        ${arrivals.map(({ arrivals: count }) => count)}::bigint[],
        ${arrivals.map(({ lastAt }) => lastAt)}::timestamptz[]
      ) as t (source_id, route, arrivals, last_at)
      join source on source.workspace_id = ${workspaceId} and source.id = t.source_id
      group by t.source_id, t.route
      order by t.source_id, t.route
      on conflict (workspace_id, source_id, route) do update set
        arrivals = route_arrival.arrivals + excluded.arrivals,
        last_at = greatest(route_arrival.last_at, excluded.last_at)`
  },
  arrivals: async (workspaceId) => {
    const rows = await client.routeArrival.findMany({ where: { workspaceId } })
    return rows.map(({ sourceId, route, arrivals, lastAt, removedAt }) => ({
      sourceId,
      route,
      arrivals: Number(arrivals),
      lastAt: instant(lastAt),
      isCurrent: removedAt === null || lastAt > removedAt,
    }))
  },
  addTest: (test) => addTest(client, test),
  setTestSent: (messageId, outcome) => setTestSent(client, messageId, outcome),
  testsArrived: (messageIds, arrival) => testsArrived(client, messageIds, arrival),
  latestTests: (workspaceId, sourceId) => latestTests(client, workspaceId, sourceId),
})

const list = async (
  client: Client,
  where: { workspaceId?: string; sourceId?: string; route?: string },
): Promise<SourceRoute[]> =>
  (await client.sourceRoute.findMany({ where, orderBy: { route: 'asc' } })).map(toRoute)

const toRoute = (row: Row): SourceRoute => ({
  workspaceId: row.workspaceId,
  sourceId: row.sourceId,
  route: z.enum(routeNames).parse(row.route),
  status: Status.parse(row.status),
  endpointId: row.endpointId,
  steps: Steps.parse(row.steps),
  made: Made.parse(row.made),
  jobId: row.jobId,
  changedBy: row.changedBy,
  changedAt: instant(row.changedAt),
})

const Status = z.enum(['connecting', 'by-hand', 'connected', 'disconnecting', 'failed'])
const Steps = z.array(
  z.object({
    name: z.string(),
    state: z.enum(['waiting', 'done', 'failed', 'by-hand']),
    words: z.string(),
    id: z.string().nullable(),
  }),
)
const Made = z.array(
  z.object({
    kind: z.enum(['source', 'destination', 'setting']),
    name: z.string(),
    id: z.string().nullable(),
    state: z.enum(['intended', 'made']),
  }),
)
