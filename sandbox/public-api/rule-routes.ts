import { type Context, Hono } from 'hono'
import { findPlan } from '@/sandbox/public-api/find'
import { pageOf } from '@/sandbox/public-api/paging'
import { readQuery } from '@/sandbox/public-api/query'
import { readBody } from '@/sandbox/public-api/read-body'
import { readIdentities, readRules } from '@/sandbox/public-api/rule-input'
import { removeRules, replaceRules, upsertRules } from '@/sandbox/public-api/write-plan-rules'
import { visibleRules, writeRules } from '@/sandbox/world/plan'
import { recordAudit } from '@/sandbox/world/record-audit'
import type { Rule } from '@/sandbox/world/rule'
import type { Sandbox } from '@/sandbox/world/sandbox'

export const ruleRoutes = (sandbox: Sandbox) => {
  const path = '/tracking-plans/:id/rules'

  const write = (c: Context, change: (rules: Rule[], at: string) => Rule[]) => {
    const plan = findPlan(sandbox, c.req.param('id') ?? '')
    const now = sandbox.now()
    const at = new Date(now).toISOString()
    const rules = change(plan.rules, at)
    writeRules(plan, rules, now, sandbox.state.settings.consistencyDelayMs)
    sandbox.planStates.add(plan.id, { at, rules })
    recordAudit(sandbox, 'Tracking Plan Modified', { id: plan.id, type: 'tracking-plan', name: plan.name })
    return c.json({ data: { status: 'SUCCESS' } })
  }

  return new Hono()
    .get(path, (c) => {
      const plan = findPlan(sandbox, c.req.param('id'))
      const { items, pagination } = pageOf(visibleRules(plan, sandbox.now()), readQuery(c.req.url))
      return c.json({ data: { rules: items, pagination } })
    })
    .patch(path, async (c) => {
      const inputs = readRules((await readBody(c)).rules)
      return write(c, (rules, at) => upsertRules(rules, inputs, at))
    })
    .put(path, async (c) => {
      const inputs = readRules((await readBody(c)).rules)
      return write(c, (rules, at) => replaceRules(rules, inputs, at))
    })
    .delete(path, async (c) => {
      const body = await readBody(c)
      const identities = readIdentities(body.rules ?? readQuery(c.req.url).rules)
      return write(c, (rules) => removeRules(rules, identities))
    })
}
