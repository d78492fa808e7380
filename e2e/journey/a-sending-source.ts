import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apiPaths } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { ConnectedWorkspace } from '@/contracts/workspace'
import { runningProduct } from '../server/running-product'
import { rest } from './rest'
import { segment } from './segment'
import { untilDone } from './until-done'

const Source = z.object({
  data: z.object({ source: z.object({ id: z.string(), writeKeys: z.array(z.string()) }) }),
})

// Segment Public API: ids in its catalog of the source "HTTP API" and the destination "Webhooks (Actions)".
const [httpApi, webhooksActions] = ['iUM16Md8P2', '614a3c7d791c91c41bae7599']

const newSource = async (name: string) => {
  const slug = `${name}-${randomUUID()}`
  const body = { slug, enabled: true, metadataId: httpApi }
  return (await segment.ask('POST', '/sources', Source, body)).data.source
}

/**
 * Sets up in Segment what the settings tell people to: a source that follows the plan, whose violations are forwarded
 * to another source, and from there posted to an address of ours. Gives a way to send track calls from an app.
 */
export const aSendingSource = async (
  plan: PlanView,
  { url, sharedSecret }: { readonly url: string; readonly sharedSecret: string },
) => {
  const [app, violations] = [await newSource('app'), await newSource('violations')]
  await segment.ask('POST', '/destinations', z.unknown(), {
    sourceId: violations.id,
    metadataId: webhooksActions,
    enabled: true,
    settings: { url, sharedSecret },
  })
  await segment.ask('POST', `/tracking-plans/${plan.segmentId}/sources`, z.unknown(), { sourceId: app.id })
  await segment.ask('PATCH', `/sources/${app.id}/settings`, z.unknown(), {
    forwardingViolationsTo: violations.id,
  })
  const connection = { token: 'sandbox', apiUrl: runningProduct().sandboxUrl }
  const { jobId } = await rest('admin', 'POST', apiPaths.workspaces(), ConnectedWorkspace, connection)
  await untilDone(jobId)
  return {
    /** As an app of that version sends it. */
    track: (event: string, properties: object, appVersion: string) =>
      segment.ask('POST', '/v1/track', z.unknown(), {
        writeKey: app.writeKeys[0],
        event,
        userId: 'somebody',
        messageId: randomUUID(),
        properties,
        context: { app: { version: appVersion } },
      }),
  }
}
