import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apiPaths } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { ConnectedWorkspace } from '@/contracts/workspace'
import { runningProduct } from '../server/running-product'
import { rest } from './rest'
import { segment } from './segment'
import { untilDone } from './until-done'

const Source = z.object({ data: z.object({ source: z.object({ id: z.string() }) }) })

/** Segment Public API: the id in its catalog of the source "HTTP API". */
const httpApi = 'iUM16Md8P2'

/** A source of the test's own that follows a plan and forwards nothing, known here; gives its name and id. */
export const aSource = async (plan: PlanView): Promise<{ readonly id: string; readonly name: string }> => {
  const name = `app-${randomUUID()}`
  const { data } = await segment.ask('POST', '/sources', Source, {
    slug: name,
    enabled: true,
    metadataId: httpApi,
  })
  const { id } = data.source
  await segment.ask('POST', `/tracking-plans/${plan.segmentId}/sources`, z.unknown(), { sourceId: id })
  const connection = { token: 'sandbox', apiUrl: runningProduct().sandboxUrl }
  const { jobId } = await rest('admin', 'POST', apiPaths.workspaces(), ConnectedWorkspace, connection)
  await untilDone(jobId)
  return { id, name }
}
