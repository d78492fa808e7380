import { z } from 'zod'
import type { Context } from '@/server/ports/context'
import type { RunningSettings } from '@/server/settings/running-settings'
import { fail } from '@/server/usecases/fail'
import { createEndpoint } from '@/server/usecases/violations/create-endpoint'
import { listEndpoints } from '@/server/usecases/violations/list-endpoints'

// Segment Public API: the catalog's id of the destination "Webhooks".
const webhooks = '54521fdc25e721e32a72ef04'
const destinationName = 'Plumbline (violations)'

const Sources = z.object({
  data: z.object({ sources: z.array(z.object({ id: z.string(), slug: z.string() })) }),
})
const Destinations = z.object({
  data: z.object({
    destinations: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        settings: z.object({ globalHook: z.string().optional() }).loose(),
      }),
    ),
  }),
})

type Demo = {
  readonly settings: RunningSettings
  readonly workspaceId: string
  readonly token: string
}

/**
 * Has the sandbox forward violations to an endpoint of the demo workspace, as somebody would set it up in Segment: a
 * Webhooks destination on the source that violations are forwarded to. Where it stands already, only its address is
 * brought up to date.
 *
 * @throws Failed `segment-unavailable` when the sandbox does not answer as expected
 */
export const connectDemoForwarding = async (ctx: Context, demo: Demo): Promise<void> => {
  const { destinations } = (await ask(demo, 'GET', '/destinations?pagination.count=200', Destinations)).data
  const existing = destinations.find(({ name }) => name === destinationName)
  const endpoints = (await listEndpoints(ctx)).data.filter(
    ({ workspace }) => workspace.id === demo.workspaceId,
  )
  const forwarded = endpoints.find(({ id }) => existing?.settings.globalHook?.endsWith(`/${id}`))
  if (existing && forwarded) {
    const globalHook = hookAddress(demo.settings, forwarded.id)
    if (existing.settings.globalHook !== globalHook)
      await ask(demo, 'PATCH', `/destinations/${existing.id}`, z.unknown(), { settings: { globalHook } })
    return
  }
  const { id, sharedSecret } = await createEndpoint(ctx, { kind: 'violations', workspace: demo.workspaceId })
  const settings = { globalHook: hookAddress(demo.settings, id), sharedSecret }
  if (existing) await ask(demo, 'PATCH', `/destinations/${existing.id}`, z.unknown(), { settings })
  else await createDestination(demo, settings)
}

const createDestination = async (demo: Demo, settings: Readonly<Record<string, string>>) => {
  const { sources } = (await ask(demo, 'GET', '/sources?pagination.count=200', Sources)).data
  const source = sources.find(({ slug }) => slug === 'protocols-violations')
  if (!source) return
  await ask(demo, 'POST', '/destinations', z.unknown(), {
    sourceId: source.id,
    metadataId: webhooks,
    name: destinationName,
    enabled: true,
    settings,
  })
}

// The sandbox delivers to this machine only, wherever people reach the installation.
const hookAddress = ({ host, port }: RunningSettings, endpointId: string) =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}/api/webhooks/segment/${endpointId}`

const ask = async <Schema extends z.ZodType>(
  { settings, token }: Demo,
  method: string,
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> => {
  const response = await fetch(`${settings.sandboxUrl}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => fail({ code: 'segment-unavailable', detail: 'The sandbox does not answer.' }))
  if (!response.ok)
    return fail({
      code: 'segment-unavailable',
      detail: `The sandbox answered ${response.status} to ${path}.`,
    })
  return schema.parse(await response.json())
}
