import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { EndpointCreated } from '@/contracts/endpoint'
import { apiPaths } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { ConnectedWorkspace } from '@/contracts/workspace'
import { runningProduct } from '../server/running-product'
import { rest } from './rest'
import { segment } from './segment'
import { untilDone } from './until-done'

const Source = z.object({ data: z.object({ source: z.object({ id: z.string() }) }) })

// Segment Public API: the id in its catalog of the source "HTTP API".
const httpApi = 'iUM16Md8P2'

/** A source that follows the plan, and an endpoint that its libraries may send to; gives both and the write key. */
export const aCollectedSource = async (plan: PlanView) => {
  const body = { slug: `collected-${randomUUID()}`, enabled: true, metadataId: httpApi }
  const { data } = await segment.ask('POST', '/sources', Source, body)
  const sourceId = data.source.id
  await segment.ask('POST', `/tracking-plans/${plan.segmentId}/sources`, z.unknown(), { sourceId })
  const connection = { token: 'sandbox', apiUrl: runningProduct().sandboxUrl }
  const { jobId } = await rest('admin', 'POST', apiPaths.workspaces(), ConnectedWorkspace, connection)
  await untilDone(jobId)
  const { id, writeKey = '' } = await rest('admin', 'POST', apiPaths.endpoints(), EndpointCreated, {
    kind: 'events',
    source: sourceId,
  })
  return { sourceId, endpointId: id, writeKey }
}
