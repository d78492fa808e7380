import { Hono } from 'hono'
import { findPlan } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { invalidInput } from '@/sandbox/public-api/segment-error'
import { makePlan } from '@/sandbox/world/make-plan'
import { type Plan, type PlanType, planTypes } from '@/sandbox/world/plan'
import { recordAudit } from '@/sandbox/world/record-audit'
import type { Sandbox } from '@/sandbox/world/sandbox'

/** TrackingPlanV1 and, beyond it, `resourceSchemaId`, which the wire carries and the SDK drops. */
const planView = ({ id, resourceSchemaId, name, slug, description, type, createdAt, updatedAt }: Plan) => ({
  id,
  resourceSchemaId,
  name,
  slug,
  description,
  type,
  updatedAt,
  createdAt,
})

const planType = (value: unknown): PlanType => {
  const type = planTypes.find((candidate) => candidate === value)
  if (!type) throw invalidInput(`"type" must be one of [${planTypes.join(', ')}]`, 'type')
  return type
}

const audited = (plan: Plan) => ({ id: plan.id, type: 'tracking-plan', name: plan.name })

export const trackingPlanRoutes = (sandbox: Sandbox) =>
  new Hono()
    .get('/tracking-plans', (c) => {
      const query = readQuery(c.req.url)
      const wanted = query.type === undefined ? null : planType(query.type)
      const plans = sandbox.state.plans.filter(({ type }) => wanted === null || type === wanted)
      const { items, pagination } = pageOf(plans, query)
      return c.json({ data: { trackingPlans: items.map(planView), pagination } })
    })
    .post('/tracking-plans', async (c) => {
      const body = await readBody(c)
      if (typeof body.name !== 'string' || body.name === '') throw invalidInput('"name" is required', 'name')
      const description = typeof body.description === 'string' ? body.description : ''
      const plan = makePlan({ name: body.name, type: planType(body.type), description, now: sandbox.now() })
      sandbox.state.plans.push(plan)
      recordAudit(sandbox, 'Tracking Plan Created', audited(plan))
      return c.json({ data: { trackingPlan: planView(plan) } }, 201)
    })
    .get('/tracking-plans/:id', (c) =>
      c.json({ data: { trackingPlan: planView(findPlan(sandbox, c.req.param('id'))) } }),
    )
    .patch('/tracking-plans/:id', async (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      const { name, description } = await readBody(c)
      if (typeof name === 'string') plan.name = name
      if (typeof description === 'string') plan.description = description
      plan.updatedAt = new Date(sandbox.now()).toISOString()
      recordAudit(sandbox, 'Tracking Plan Modified', audited(plan))
      return c.json({ data: { status: 'SUCCESS' } })
    })
    .delete('/tracking-plans/:id', (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      sandbox.state.plans = sandbox.state.plans.filter(({ id }) => id !== plan.id)
      for (const source of sandbox.state.sources)
        if (source.trackingPlanId === plan.id) source.trackingPlanId = null
      recordAudit(sandbox, 'Tracking Plan Deleted', audited(plan))
      return c.json({ data: { status: 'SUCCESS' } })
    })
