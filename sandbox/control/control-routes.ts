import { Hono } from 'hono'
import { loadPlan } from '@/sandbox/control/load-plan'
import { patchSettings } from '@/sandbox/control/patch-settings'
import { readFault } from '@/sandbox/control/read-fault'
import type { RequestLog } from '@/sandbox/control/request-log'
import { findPlan } from '@/sandbox/public-api/find'
import { readBody } from '@/sandbox/public-api/read-body'
import { badRequest } from '@/sandbox/public-api/segment-error'
import type { Traffic } from '@/sandbox/traffic/traffic'
import type { Sandbox } from '@/sandbox/world/sandbox'

const mostCalls = 10_000

/** The sandbox's own interface, for people and tests. It asks for no token: the sandbox listens on loopback only. */
export const controlRoutes = (sandbox: Sandbox, log: RequestLog, traffic: Traffic) =>
  new Hono()
    .get('/health', (c) => c.json({ status: 'ok', workspace: sandbox.state.workspace }))
    .put('/plans/:id/rules', async (c) => {
      const plan = loadPlan(sandbox, c.req.param('id'), await readBody(c, Number.POSITIVE_INFINITY))
      return c.json({ id: plan.id, resourceSchemaId: plan.resourceSchemaId, rules: plan.rules.length })
    })
    .get('/plans/:id/rules', (c) => c.json({ rules: findPlan(sandbox, c.req.param('id')).rules }))
    .get('/plans/:id/states', (c) => c.json({ states: sandbox.planStates.list(c.req.param('id')) }))
    .post('/faults', async (c) => c.json(sandbox.faults.arm(readFault(await readBody(c))), 201))
    .get('/faults', (c) => c.json({ faults: sandbox.faults.list() }))
    .delete('/faults', (c) => {
      sandbox.faults.clear()
      return c.json({ faults: [] })
    })
    .get('/requests', (c) => {
      const { path, since } = c.req.query()
      const requests = log
        .list()
        .filter((request) => path === undefined || new RegExp(path).test(request.path))
        .filter((request) => since === undefined || request.at >= new Date(since).toISOString())
      return c.json({ requests })
    })
    .delete('/requests', (c) => {
      log.clear()
      return c.json({ requests: [] })
    })
    .get('/deliveries', (c) => c.json({ deliveries: sandbox.webhooks.reports() }))
    .get('/settings', (c) => c.json(sandbox.state.settings))
    .patch('/settings', async (c) => {
      sandbox.state.settings = patchSettings(sandbox.state.settings, await readBody(c))
      sandbox.touch()
      return c.json(sandbox.state.settings)
    })
    .post('/traffic', async (c) => {
      const { count } = await readBody(c)
      if (typeof count !== 'number' || !Number.isInteger(count) || count < 1 || count > mostCalls)
        throw badRequest(`"count" must be a whole number from 1 to ${mostCalls}`)
      return c.json({ sent: await traffic.send(count) })
    })
