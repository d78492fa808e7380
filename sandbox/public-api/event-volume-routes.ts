import { Hono } from 'hono'
import { type Group, grouped } from '@/sandbox/counts/grouped'
import type { Dimension } from '@/sandbox/counts/series'
import { readTimeWindow } from '@/sandbox/counts/time-window'
import { pageOf } from '@/sandbox/public-api/paging'
import { listOf, readQuery } from '@/sandbox/public-api/query'
import { badRequest, invalidInput } from '@/sandbox/public-api/segment-error'
import type { Sandbox } from '@/sandbox/world/sandbox'

const mostRows = 5_000
const groupings: Record<string, Dimension> = {
  eventName: 'eventName',
  eventType: 'eventType',
  source: 'sourceId',
}
const filters: Dimension[] = ['sourceId', 'eventName', 'eventType', 'appVersion']

const rowView = ({ state }: Sandbox, { by, total, series }: Group) => {
  const { sourceId, ...names } = by
  const source = state.sources.find(({ id }) => id === sourceId)
  const known = source && { id: source.id, name: source.name, slug: source.slug }
  return { ...(sourceId && { source: known ?? { id: sourceId } }), ...names, total, series }
}

/** Events received after validation: the denominator of a violation rate. Segment Public API: 60 calls a minute. */
export const eventVolumeRoutes = (sandbox: Sandbox) =>
  new Hono().get('/events/volume', (c) => {
    const query = readQuery(c.req.url)
    const window = readTimeWindow(query)
    const groupBy = listOf(query.groupBy).map((asked) => {
      const name = groupings[asked]
      if (!name) throw invalidInput('"groupBy" must be one of [eventName, eventType, source]', 'groupBy')
      return name
    })
    const given = filters.filter((name) => query[name] !== undefined)
    const only = Object.fromEntries(given.map((name) => [name, listOf(query[name])]))
    const groups = grouped(sandbox.counts, { metric: 'volume', window, groupBy, only })
    if (groups.length > mostRows) throw badRequest(`The result has more than ${mostRows} rows`)
    const { items, pagination } = pageOf(groups, query)
    return c.json({
      data: {
        path: '/events/volume',
        query: {
          workspaceId: sandbox.state.workspace.id,
          granularity: window.granularity,
          startTime: new Date(window.start).toISOString(),
          endTime: new Date(window.end).toISOString(),
          groupBy: listOf(query.groupBy),
          ...only,
        },
        result: items.map((group) => rowView(sandbox, group)),
        pagination,
      },
    })
  })
