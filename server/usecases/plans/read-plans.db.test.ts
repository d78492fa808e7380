import { expect, test } from 'vitest'
import type { RuleStep } from '@/server/ports/rule-store'
import { segmentGateway } from '@/server/segment/gateway'
import type { Waiting } from '@/server/segment/retrying'
import { aRule } from '@/testing/a-rule'
import { failureOf, sandboxWorld, wireRule, wireRules } from '@/testing/sandbox-world'
import { connectWorkspace } from '../workspaces/connect-workspace'
import { listCatalog } from './list-catalog'
import { readDiff } from './read-diff'
import { readPlan } from './read-plan'
import { readRuleBlame } from './read-rule-blame'
import { readRuleHistory } from './read-rule-history'
import { syncPlan } from './sync-plan'

/** The gateway's own pauses are tested where it is; here they would only pass the time. */
const hasty: Waiting = { sleep: async () => {}, now: Date.now, random: () => 0 }

const world = (role?: 'admin' | 'viewer') =>
  sandboxWorld({ role, segment: (connection) => segmentGateway(connection, hasty) })

/** A world with one loaded plan, connected; the plan's rules are not read yet. */
const worldWith = async (rules: readonly unknown[]) => {
  const there = await world()
  await there.control('PUT', '/plans/tp_test/rules', { name: 'Test plan', rules })
  const { id } = await connectWorkspace(there.ctx, there.input)
  const planId = (await readPlan(there.ctx, { plan: 'tp_test' })).id
  const sync = (progress: () => Promise<void> = async () => {}) => syncPlan(there.job, { planId, progress })
  return { ...there, workspaceId: id, planId, sync }
}

test('the catalog pages through a plan, searches it, and keeps to what has defects', async () => {
  const labelled = { ...wireRule('Zebra'), jsonSchema: { type: 'object', required: true } }
  const { ctx, sync } = await worldWith([...wireRules(120), labelled])
  await sync()
  const seen: (string | null)[] = []
  let cursor: string | undefined
  do {
    const page = await listCatalog(ctx, { plan: 'tp_test', limit: 50, cursor })
    seen.push(...page.data.map(({ key }) => key))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toHaveLength(121)
  expect(new Set(seen).size).toBe(121)
  for (const wrong of ['garbage', '', Buffer.from('TRACK/1/Gone').toString('base64url')])
    expect(await failureOf(listCatalog(ctx, { plan: 'tp_test', limit: 50, cursor: wrong }))).toMatchObject({
      code: 'malformed',
    })
  const found = await listCatalog(ctx, { plan: 'tp_test', limit: 50, q: 'event 000' })
  expect(found.data).toHaveLength(10)
  const defective = await listCatalog(ctx, { plan: 'tp_test', limit: 50, has: 'defects' })
  expect(defective.data.map(({ key }) => key)).toEqual(['Zebra'])
  expect((await listCatalog(ctx, { plan: 'tp_test', limit: 50, has: 'violations' })).data).toEqual([])
  expect(found.data[0]).toMatchObject({
    since: 1,
    openViolations: 0,
    openChangeRequests: [],
    eventsLastWeek: null,
  })
})

test('a second version shows in the diff both ways and in the history of a renamed rule', async () => {
  const { ctx, sync } = await worldWith([wireRule('A'), wireRule('B')])
  await sync()
  const { id } = await readPlan(ctx, { plan: 'tp_test' })
  await ctx.transaction(async ({ plans, rules }) => {
    await plans.lock(id)
    const [a] = await rules.ofVersion(id, 1)
    if (!a) throw new Error('The plan has no rule.')
    const renamed = { kind: 'rename', from: a, rule: { ...a, key: 'A2' } } as const
    const step = { at: ctx.now(), by: 'Test', note: '', changeRequest: null, steps: [renamed] }
    await rules.writeVersion(id, { version: 2, ...step })
  })
  const { changes } = await readDiff(ctx, { plan: 'tp_test', from: 1, to: 2 })
  expect(changes).toMatchObject([{ kind: 'rule-renamed', before: 'A', after: 'A2' }])
  const back = await readDiff(ctx, { plan: 'tp_test', from: 2, to: 1 })
  expect(back.changes).toMatchObject([{ kind: 'rule-renamed', before: 'A2', after: 'A' }])
  const history = await readRuleHistory(ctx, {
    plan: 'tp_test',
    rule: { type: 'TRACK', key: 'A2', version: 1 },
  })
  expect(history.map((entry) => [entry.id.key, entry.from, entry.to, entry.by])).toEqual([
    ['A2', 2, null, 'Test'],
    ['A', 1, 2, 'Segment'],
  ])
  expect((await failureOf(readDiff(ctx, { plan: 'tp_test', from: 1, to: 3 }))).code).toBe('not-found')
})

test('each property of a rule names the version and the person that last changed it, under former names too', async () => {
  const text = { type: 'string' }
  const { ctx, sync } = await worldWith([wireRule('A', { coupon: text, total: text })])
  await sync()
  const { id } = await readPlan(ctx, { plan: 'tp_test' })
  const write = (version: number, by: string, step: RuleStep) =>
    ctx.transaction(async ({ plans, rules }) => {
      await plans.lock(id)
      const note = { at: ctx.now(), by, note: '', changeRequest: version }
      await rules.writeVersion(id, { version, ...note, steps: [step] })
    })
  const ruleOf = (key: string, properties: object) => aRule(key, wireRule(key, properties).jsonSchema)
  const changed = { coupon: text, total: { type: 'number' } }
  await write(2, 'Ann', { kind: 'change', rule: ruleOf('A', changed) })
  await write(3, 'Sue', { kind: 'rename', from: ruleOf('A', {}), rule: ruleOf('B', changed) })
  await write(4, 'Sam', { kind: 'change', rule: ruleOf('B', { ...changed, added: text }) })

  const rule = { type: 'TRACK', key: 'B', version: 1 } as const
  const blame = await readRuleBlame(ctx, { plan: 'tp_test', rule })
  expect(Object.fromEntries(blame.map(({ pointer, version, by }) => [pointer, [version, by]]))).toEqual({
    '/properties/coupon': [1, 'Segment'],
    '/properties/total': [2, 'Ann'],
    '/properties/added': [4, 'Sam'],
  })
  expect(blame.find(({ pointer }) => pointer === '/properties/total')).toMatchObject({ changeRequest: 2 })
  const earlier = await readRuleBlame(ctx, { plan: 'tp_test', version: 1, rule: { ...rule, key: 'A' } })
  expect(earlier.map(({ version }) => version)).toEqual([1, 1])
  const gone = readRuleBlame(ctx, { plan: 'tp_test', rule: { ...rule, key: 'A' } })
  expect((await failureOf(gone)).code).toBe('not-found')
})
