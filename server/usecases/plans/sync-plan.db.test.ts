import { expect, test } from 'vitest'
import { segmentGateway } from '@/server/segment/gateway'
import type { Waiting } from '@/server/segment/retrying'
import { sandboxWorld, wireRule, wireRules } from '@/testing/sandbox-world'
import { connectWorkspace } from '../workspaces/connect-workspace'
import { exportPlan } from './export-plan'
import { listRules } from './list-rules'
import { listVersions } from './list-versions'
import { readPlan } from './read-plan'
import { readRule } from './read-rule'
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

test('the first whole read becomes version 1; the same again moves only what was last seen', async () => {
  const { ctx, setNow, sync } = await worldWith([wireRule('A'), wireRule('B')])
  expect(await sync()).toEqual({ done: { rules: 2, changed: true } })
  const first = await readPlan(ctx, { plan: 'tp_test' })
  expect(first).toMatchObject({ headVersion: 1, liveVersion: 1, drift: null, rules: 2, problem: null })
  setNow('2027-01-01T00:00:00.000Z')
  expect(await sync()).toEqual({ done: { rules: 2, changed: false } })
  expect(await readPlan(ctx, { plan: 'tp_test' })).toEqual({
    ...first,
    lastSeenAt: '2027-01-01T00:00:00.000Z',
  })
  const { data } = await listVersions(ctx, { plan: 'tp_test', limit: 50 })
  expect(data).toMatchObject([
    { version: 1, by: 'Segment', note: 'First import', liveOn: ['Acme Commerce (sandbox)'] },
  ])
})

test('a change made in Segment is shown as drift and never taken', async () => {
  const { ctx, control, sync } = await worldWith([wireRule('A'), wireRule('B')])
  await sync()
  await control('PUT', '/plans/tp_test/rules', {
    rules: [wireRule('A', { x: { type: 'string' } }), wireRule('C')],
  })
  expect(await sync()).toEqual({ done: { rules: 2, changed: true } })
  expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({
    headVersion: 1,
    rules: 2,
    drift: { rules: 3 },
  })
  const { data } = await listRules(ctx, { plan: 'tp_test', limit: 50 })
  expect(data.map(({ key }) => key)).toEqual(['A', 'B'])
  await control('PUT', '/plans/tp_test/rules', { rules: [wireRule('A'), wireRule('B')] })
  await sync()
  expect((await readPlan(ctx, { plan: 'tp_test' })).drift).toBeNull()
})

const rulesPath = '^/tracking-plans/tp_test/rules$'

test.each<[string, object, string, RegExp]>([
  ['a page cut short', { do: 'truncate-page' }, 'retry', /not be read whole: Segment said 1500 and gave/],
  ['a broken page', { do: 'not-json' }, 'retry', /The answer was not JSON/],
  [
    'a missing field',
    { do: 'drop-field', field: 'data.rules.*.version' },
    'failed',
    /data\.rules\.0\.version/,
  ],
  ['HTML from a gateway', { do: 'html-502' }, 'retry', /cannot be reached/],
  ['a cut connection', { do: 'cut-before' }, 'retry', /cut/],
  ['a long rate limit', { do: 'rate-limit', ms: 90_000 }, 'retry', /wait 90 s/],
  ['a revoked token', { do: 'status', status: 401 }, 'failed', /does not accept this token/],
])('%s, on every third page: said so, and what was known stays', async (_name, fault, end, words) => {
  const { ctx, control, sync } = await worldWith(wireRules(3))
  await sync()
  const before = await readPlan(ctx, { plan: 'tp_test' })
  await control('PUT', '/plans/tp_test/rules', { rules: wireRules(1_500) })
  await control('POST', '/faults', { match: { path: rulesPath }, times: null, after: 2, ...fault })
  const outcome = await sync()
  expect(Object.keys(outcome)).toEqual([end])
  const after = await readPlan(ctx, { plan: 'tp_test' })
  expect(after.problem?.message).toMatch(words)
  expect({ ...after, problem: null }).toEqual(before)

  await control('DELETE', '/faults')
  expect(await sync()).toEqual({ done: { rules: 1_500, changed: true } })
  expect((await readPlan(ctx, { plan: 'tp_test' })).problem).toBeNull()
})

test('a first read that fails imports nothing; one bad moment is passed over', async () => {
  const { ctx, control, sync } = await worldWith(wireRules(450))
  await control('POST', '/faults', { match: { path: rulesPath }, times: null, after: 1, do: 'truncate-page' })
  expect(Object.keys(await sync())).toEqual(['retry'])
  expect(await readPlan(ctx, { plan: 'tp_test' })).toMatchObject({
    headVersion: null,
    rules: 0,
    lastSeenAt: null,
  })
  await control('DELETE', '/faults')
  await control('POST', '/faults', { match: { path: rulesPath }, times: 1, after: 1, do: 'truncate-page' })
  await control('POST', '/faults', {
    match: { path: rulesPath },
    times: 2,
    after: 3,
    do: 'rate-limit',
    ms: 20,
  })
  expect(await sync()).toEqual({ done: { rules: 450, changed: true } })
})

test('a plan whose schemas do not compile comes in all the same, to the last digit', async () => {
  const { ctx, url, control, sync } = await worldWith([])
  const schemas = [
    '{"type":"any","required":true}',
    '{"type":"string,","enum":[12345678901234567890,1.0]}',
    '{"properties":{"__proto__":{"type":null},"constructor":{}}}',
  ]
  const list = schemas.map((text, i) => `{"type":"TRACK","key":"E${i}","version":1,"jsonSchema":${text}}`)
  await control('DELETE', '/faults')
  const body = `{"data":{"rules":[${list.join(',')}],"pagination":{"current":"MA==","totalEntries":3}}}`
  await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ match: { path: rulesPath }, times: null, do: 'status', status: 200, body }),
  })
  expect(await sync()).toEqual({ done: { rules: 3, changed: true } })
  const { body: file } = await exportPlan(ctx, { plan: 'tp_test', format: 'segment' })
  for (const text of schemas) expect(file).toContain(`"jsonSchema":${text}`)
  const detail = await readRule(ctx, { plan: 'tp_test', rule: { type: 'TRACK', key: 'E0', version: 1 } })
  expect(detail.schemaText).toBe(schemas[0])
  expect(detail.defects.length).toBeGreaterThan(0)
})

test('an edit between two pages is noticed, even where the count fits', async () => {
  const { ctx, control, sync } = await worldWith(wireRules(450))
  let edits = 0
  const editOnce = async () => {
    edits += 1
    if (edits === 1) await control('PUT', '/plans/tp_test/rules', { rules: wireRules(450).slice(1) })
  }
  expect(await sync(editOnce)).toEqual({ done: { rules: 449, changed: true } })
  const first = await listRules(ctx, { plan: 'tp_test', limit: 200 })
  const second = await listRules(ctx, { plan: 'tp_test', limit: 200, cursor: first.nextCursor ?? undefined })
  const keys = [...first.data, ...second.data].map(({ key }) => key)
  expect(keys).toEqual(
    wireRules(401)
      .slice(1)
      .map(({ key }) => key),
  )
})

test('a read that began before a publish looked is not recorded over what the publish saw', async () => {
  const { ctx, planId, setNow, sync } = await worldWith(wireRules(2))
  await sync()
  const published = async () => {
    setNow('2027-01-01T00:00:00.000Z')
    await ctx.transaction(({ plans }) =>
      plans.recordSeen(planId, { at: ctx.now(), seenHash: 'of the publish', rules: [] }),
    )
  }
  expect(await sync(published)).toEqual({ done: { rules: 2, superseded: true } })
  expect(await ctx.transaction(({ plans }) => plans.seenRules(planId))).toEqual([])
})
