import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Json } from '@/domain/plan/json'
import type { Context } from '@/server/ports/context'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { createChangeRequest } from '../change-requests/create-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { checked } from '../checks/checked.cases'
import { cancelJob } from '../jobs/cancel-job'
import { readJob } from '../jobs/read-job'
import { readImpact } from './read-impact'
import { runReplay } from './run-replay'
import { startReplay } from './start-replay'

const schema = (total: unknown, more: object = {}) => ({
  properties: { properties: { type: 'object', properties: { total, ...more } } },
})
const number = schema({ type: 'number' })
const text = schema({ type: 'string' })
const edit = (key: string, jsonSchema: EditInput['jsonSchema']): EditInput => ({
  ...{ type: 'TRACK', key, version: 1, jsonSchema },
})

let world: TestContext
let author: Context
let plan: string
beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
})
afterAll(() => world.drop())
beforeEach(async () => {
  plan = (await aPlan(world.ctx)).planId
  const at = world.ctx.now()
  const steps = ['Order Completed', 'Cart Viewed'].map((key) => ({
    kind: 'add' as const,
    rule: aRule(key, number),
  }))
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(plan, { version: 1, at, by: 'T', note: '', changeRequest: null, steps }),
  )
})

let made = 0
const received = (event: string, total: Json, more: Partial<ReceivedCall> = {}): ReceivedCall => {
  made += 1
  const messageId = `m${made}`
  const call = { type: 'track', event, messageId, properties: { total } }
  return {
    ...{ planId: plan, sourceId: 'web', sourceName: 'Web shop', callType: 'track', event, messageId },
    ...{ appVersion: '1.0.0', eventVersion: null, at: '2026-01-05T08:30:00.000Z', planned: true },
    shape: { id: 'plain', paths: ['/event string'] },
    mask: () => ({ call, masked: [] }),
    ...more,
  }
}

const record = (calls: readonly ReceivedCall[], callsPerStratum = 1_000) =>
  world.ctx.transaction(({ traffic }) =>
    traffic.record(calls, { callsPerStratum, receivedAt: world.ctx.now() }, world.ctx.newId),
  )

const reported = (more: Partial<Occurrence> = {}): Occurrence => ({
  ...{
    key: `key ${made++}`,
    fingerprint: `f ${plan} ${more.pointer ?? ''}`,
    planId: plan,
    ruleType: 'TRACK',
  },
  ...{ ruleKey: 'Cart Viewed', ruleVersion: 1, pointer: '/properties/total', schemaPointer: null },
  ...{ type: 'invalid-type', rawType: 'Invalid Type', messageId: `v${made}` },
  message: 'Invalid type. Expected: number, given: string',
  ...{ at: '2026-01-05T08:30:00.000Z', hour: '2026-01-05T08:00:00.000Z', sourceId: 'web' },
  ...{ sourceName: 'Web shop', appVersion: '1.0.0', library: '' },
  ...more,
})
const report = (occurrences: readonly Occurrence[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(occurrences, { now: world.ctx.now(), newId: world.ctx.newId }),
  )

const create = (...edits: EditInput[]) => createChangeRequest(author, { plan, title: 'Change', edits })
const named = ({ number }: ChangeRequestView) => ({ plan, number })
const replayOf = ({ checks }: ChangeRequestView) => checks.find(({ name }) => name === 'replay')
const run = (jobId: string, payload: Parameters<typeof runReplay>[1]['payload'], lastAttempt = false) =>
  runReplay(world.ctx, {
    ...{ id: jobId, payload, lastAttempt },
    progress: async () => {},
    signal: new AbortController().signal,
  })

describe('the replay of a change request', () => {
  test('judges as the source of a call enforces its plan', async () => {
    const at = world.ctx.now()
    const { workspaceId } = await aPlan(world.ctx)
    await world.ctx.transaction(async (stores) => {
      const mine = await stores.plans.find(plan)
      await stores.rules.writeVersion(plan, {
        ...{ version: 2, at, by: 'T', note: '', changeRequest: null },
        steps: [
          {
            kind: 'add',
            rule: aRule(null, schema({ type: 'number', maximum: 9 }), { type: 'COMMON' }),
          },
        ],
      })
      const of = { workspaceId: mine?.workspaceId ?? workspaceId, planId: plan, name: 'Shop', slug: 'shop' }
      const source = {
        ...of,
        kind: 'Javascript',
        platform: 'web' as const,
        destinations: [],
        enabled: true,
        seenAt: at,
      }
      await stores.sources.replace(of.workspaceId, [
        { ...source, id: 'open', slug: 'open', settings: null },
        { ...source, id: 'strict', settings: { track: { allowPropertiesOnViolations: false } } },
      ])
    })
    await record([
      received('Order Completed', 10, { sourceId: 'open' }),
      received('Order Completed', 10, { sourceId: 'strict' }),
    ])
    const request = await create(edit('Order Completed', text))
    await checked(world.ctx, request)
    const { result } = await readImpact(author, named(request))
    // As text the total breaks its rule; only the strict source takes it away, and then the common rule minds nothing.
    expect(result?.constraints.filter(({ rule }) => rule?.type === 'COMMON')).toMatchObject([
      { pointer: '/properties/total', still: 1, fixed: 1 },
    ])
  })

  test('is a check that warns of what breaks, with counts, intervals and samples in its impact', async () => {
    await record(
      [
        ...Array.from({ length: 40 }, (_, i) => received('Order Completed', i)),
        received('Order Completed', 'x', { appVersion: '0.9.0', sourceId: 'ios', sourceName: 'iOS' }),
        received('Cart Viewed', 1),
      ],
      10,
    )
    const request = await create(edit('Order Completed', text))
    expect(replayOf(request)).toMatchObject({ status: 'queued' })
    const after = await checked(world.ctx, request)
    expect(replayOf(after)).toMatchObject({
      status: 'completed',
      conclusion: 'warn',
      reason: expect.stringContaining('that were fine would be refused'),
      findings: [{ rule: { key: 'Order Completed' }, pointer: '/properties/total' }],
    })
    const impact = await readImpact(author, named(request))
    expect(impact).toMatchObject({
      recorded: { kept: 11, received: 41 },
      at: world.ctx.now(),
      result: {
        ...{ judged: 11, received: 41, broken: 10, fixed: 1, stillValid: 0 },
        estimated: { broken: { value: 40, high: 40 }, fixed: { value: 1 } },
        byRule: [{ rule: { key: 'Order Completed' } }],
        bySource: [
          { id: 'web', broken: 10 },
          { id: 'ios', fixed: 1 },
        ],
        byAppVersion: [{ appVersion: '1.0.0' }, { appVersion: '0.9.0' }],
        samples: expect.arrayContaining([
          expect.objectContaining({ outcome: 'broken', call: expect.objectContaining({ type: 'track' }) }),
        ]),
      },
    })
  })

  test('passes where nothing that was fine breaks', async () => {
    await record([received('Order Completed', 1), received('Order Completed', 'x')])
    const request = await checked(world.ctx, await create(edit('Order Completed', schema({}))))
    expect(replayOf(request)).toMatchObject({ status: 'completed', conclusion: 'pass', findings: [] })
  })

  test('is skipped at once, with the reason, where nothing is recorded or reported', async () => {
    await record([received('Cart Viewed', 1)])
    const request = await checked(world.ctx, await create(edit('Order Completed', text)))
    expect(replayOf(request)).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('recorded'),
    })
    expect((await readImpact(author, named(request))).result).toBeNull()
  })

  test('guesses by what was reported where no call is recorded, and says so', async () => {
    await report([reported(), reported({ pointer: '/properties/other', type: 'other', message: 'Odd' })])
    const request = await checked(
      world.ctx,
      await create(edit('Cart Viewed', schema({ type: ['number', 'string'] }))),
    )
    expect(replayOf(request)).toMatchObject({
      status: 'completed',
      conclusion: 'pass',
      reason: 'No calls are recorded. By what was reported, 1 of 2 violations would go.',
    })
    const { result } = await readImpact(author, named(request))
    expect(result).toMatchObject({ judged: 0, inferred: { cleared: 1, unknown: 1, still: 0 } })
  })

  test('is judged again after other edits, and when somebody asks', async () => {
    await record([received('Order Completed', 1)])
    const request = await checked(world.ctx, await create(edit('Order Completed', text)))
    expect(replayOf(request)).toMatchObject({ conclusion: 'warn' })
    await record([received('Order Completed', 'x')])
    const { jobId } = await startReplay(author, { plan, changeRequest: request.number })
    expect(replayOf(await readChangeRequest(author, named(request)))).toMatchObject({ status: 'queued' })
    expect(await startReplay(author, { plan, changeRequest: request.number })).toEqual({ jobId })
    await run(jobId, { planId: plan, number: request.number })
    expect((await readImpact(author, named(request))).result).toMatchObject({ broken: 1, fixed: 1 })
  })

  test('is not kept where the edits are others by then', async () => {
    await record([received('Order Completed', 1)])
    const request = await create(edit('Order Completed', text))
    const other = await create(edit('Order Completed', schema({ type: 'boolean' })))
    await checked(world.ctx, other)
    const judge: Context['judge'] = {
      ...world.ctx.judge,
      replay: async (...asked) => {
        await world.ctx.transaction(async (stores) => {
          const found = await stores.changeRequests.find(plan, request.number)
          if (found) await stores.changeRequests.replaceEdits(found.id, [])
        })
        return world.ctx.judge.replay(...asked)
      },
    }
    await runReplay(
      { ...world.ctx, judge },
      {
        ...{ id: 'job', payload: { planId: plan, number: request.number }, lastAttempt: false },
        progress: async () => {},
        signal: new AbortController().signal,
      },
    )
    expect((await readImpact(author, named(request))).result).toBeNull()
  })

  test('says why where the judge was stopped, and where it failed for good', async () => {
    await record([received('Order Completed', 1)])
    const request = await create(edit('Order Completed', text))
    const stopped: Context['judge'] = {
      ...world.ctx.judge,
      replay: async () => ({ ok: false, reason: 'It takes too long.' }),
    }
    expect(replayOf(await checked({ ...world.ctx, judge: stopped }, request))).toMatchObject({
      status: 'skipped',
      reason: 'It takes too long.',
    })
    await startReplay(author, { plan, changeRequest: request.number })
    const broken = { ...world.ctx.judge, replay: () => Promise.reject(new Error('broken')) }
    const again = () =>
      runReplay(
        { ...world.ctx, judge: broken },
        {
          ...{ id: 'job', payload: { planId: plan, number: request.number }, lastAttempt: true },
          progress: async () => {},
          signal: new AbortController().signal,
        },
      )
    await expect(again()).rejects.toThrow('broken')
    expect(replayOf(await readChangeRequest(author, named(request)))).toMatchObject({ status: 'failed' })
  })

  test('can be called off, waiting or running', async () => {
    await record([received('Order Completed', 1)])
    const request = await checked(world.ctx, await create(edit('Order Completed', text)))
    const { jobId } = await startReplay(author, { plan, changeRequest: request.number })
    const impact = await readImpact(author, named(request))
    expect(impact).toMatchObject({ job: { id: jobId, status: 'queued' }, can: { run: false, cancel: true } })
    expect(await cancelJob(author, { id: jobId })).toMatchObject({ status: 'cancelled' })
    expect(await run(jobId, { planId: plan, number: request.number })).toEqual({ done: null })
    expect(replayOf(await readChangeRequest(author, named(request)))).toMatchObject({
      status: 'skipped',
      reason: 'It was called off by Ann Author.',
    })
    const viewer = await world.as('viewer')
    expect(await failureOf(cancelJob(viewer, { id: jobId }))).toMatchObject({ code: 'not-allowed' })
  })
})

describe('a replay of edits that are in no request', () => {
  test('has its result on the job', async () => {
    await record([received('Order Completed', 1), received('Order Completed', 'x')])
    const { jobId } = await startReplay(author, { plan, edits: [edit('Order Completed', text)] })
    const [job] = (await world.ctx.transaction(({ jobs }) => jobs.list({ limit: 1 }))).jobs
    expect(job).toMatchObject({ id: jobId, kind: 'replay', status: 'queued' })
    const base = aRule('Order Completed', number)
    const edits = [
      {
        type: 'TRACK' as const,
        key: 'Order Completed',
        version: 1,
        before: base.schemaText,
        after: JSON.stringify(text),
      },
    ]
    const end = await run(jobId, { planId: plan, baseVersion: 1, edits })
    expect(end).toMatchObject({ done: { broken: 1, fixed: 1, stillValid: 0, stillInvalid: 0, byRule: [{}] } })
    expect(await readJob(author, { id: jobId })).toMatchObject({ id: jobId })
  })

  test('judges all calls by a common rule that is added', async () => {
    await record([received('Order Completed', 1), received('Cart Viewed', 1)])
    const edits = [
      {
        type: 'COMMON' as const,
        key: null,
        version: 1,
        before: null,
        after: JSON.stringify({ required: ['userId'] }),
      },
    ]
    const end = await run('job', { planId: plan, baseVersion: 1, edits })
    expect(end).toMatchObject({ done: { broken: 2, judged: 2 } })
  })

  test('is not for viewers, and names edits that cannot be made', async () => {
    const viewer = await world.as('viewer')
    expect(await failureOf(startReplay(viewer, { plan, edits: [] }))).toMatchObject({ code: 'not-allowed' })
    expect(await failureOf(startReplay(author, { plan, edits: [edit('Nowhere', null)] }))).toMatchObject({
      code: 'invalid-input',
    })
  })
})
