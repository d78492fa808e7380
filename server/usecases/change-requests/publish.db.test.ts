import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Rule } from '@/domain/plan/rule'
import type { Context } from '@/server/ports/context'
import { segmentGateway } from '@/server/segment/gateway'
import { aRule } from '@/testing/a-rule'
import { type ConnectedPlan, connectedPlan } from '@/testing/connected-plan'
import { type TestContext, testContext } from '@/testing/context'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import type { Pace } from '../publishing/pace'
import { abandonPublish } from './abandon-publish'
import { closeChangeRequest } from './close-change-request'
import { createChangeRequest } from './create-change-request'
import { giveReview } from './give-review'
import { previewPublish } from './preview-publish'
import { publishChangeRequest } from './publish-change-request'
import { readChangeRequest } from './read-change-request'
import { resumePublish } from './resume-publish'
import { revertChangeRequest } from './revert-change-request'
import { runPublish } from './run-publish'
import { saveEdits } from './save-edits'
import { submitChangeRequest } from './submit-change-request'
import { updateChangeRequest } from './update-change-request'

const soon = (ms: number) => wait(Math.min(ms, 25))
const pace: Pace = { sleep: soon, elapsed: () => performance.now() }
const schema = (description: string) => ({
  type: 'object',
  description,
  properties: { properties: { type: 'object', properties: { total: { type: 'number' } } } },
})
const three = ['Cart Viewed', 'Order Completed', 'Order Refunded'].map((key) => aRule(key, schema(key)))
const edit = (key: string, jsonSchema: EditInput['jsonSchema'], newKey?: string): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
  ...(newKey === undefined ? {} : { newKey }),
})
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Failed ? error.failure : error
}

let world: TestContext
let steward: Context
let author: Context
let plan: ConnectedPlan

const start = async (rules: readonly Rule[] = three) => {
  plan = await connectedPlan(world.ctx, rules)
}
beforeAll(async () => {
  const gateway: Context['segment'] = (connection) =>
    segmentGateway(connection, { sleep: soon, now: Date.now, random: () => 0 })
  world = await testContext({ segment: gateway })
  steward = await world.as('steward', 'Sue Steward')
  author = await world.as('contributor', 'Ann Author')
})
afterEach(() => plan.close())
afterAll(() => world.drop())

const approved = async (...edits: EditInput[]): Promise<ChangeRequestView> => {
  const draft = await createChangeRequest(author, { plan: plan.planId, title: 'Change things', edits })
  await checked(world.ctx, draft)
  const submitted = await submitChangeRequest(author, { plan: plan.planId, number: draft.number })
  return giveReview(steward, {
    plan: plan.planId,
    number: draft.number,
    verdict: 'approve',
    fingerprint: submitted.fingerprint,
  })
}
const name = (number: number) => ({ plan: plan.planId, number })
const claim = async ({ number }: ChangeRequestView) =>
  (await publishChangeRequest(steward, name(number))).jobId
/** One run of the job as a worker does it. */
const run = (number: number, jobId: string) =>
  runPublish(
    world.asActor({ kind: 'job', personId: null, name: 'Plumbline', jobId }),
    { planId: plan.planId, number, jobId },
    pace,
  )
const jobEnds = (jobId: string) =>
  world.ctx.transaction(({ jobs }) => jobs.fail(jobId, world.ctx.now(), { code: 'x', message: 'x' }))
const planNow = async () => {
  const found = await world.ctx.transaction(({ plans }) => plans.find(plan.planId))
  return { head: found?.headVersion, live: found?.liveVersion }
}
const status = async (number: number) => (await readChangeRequest(steward, name(number))).status

describe('the whole life of a change', () => {
  test('changes, adds, renames and removes in Segment exactly what was approved', async () => {
    await start()
    const request = await approved(
      edit('Cart Viewed', null),
      edit('Order Completed', schema('Paid')),
      edit('Order Refunded', schema('Order Refunded'), 'Order Returned'),
      edit('Order Cancelled', schema('Gone')),
    )
    expect(request.status).toBe('approved')
    expect(request.gates).toEqual([])
    const preview = await previewPublish(steward, name(request.number))
    expect(preview.sentence).toBe('1 added, 1 updated, 1 renamed, 1 removed in Storefront at Acme Commerce')

    const jobId = await claim(request)
    expect(await planNow()).toEqual({ head: 2, live: 1 })
    expect(await run(request.number, jobId)).toMatchObject({ done: { version: 2 } })

    expect(await planNow()).toEqual({ head: 2, live: 2 })
    expect(await status(request.number)).toBe('published')
    expect(Object.keys(await plan.held()).sort()).toEqual([
      'Order Cancelled',
      'Order Completed',
      'Order Returned',
    ])
    expect((await plan.held())['Order Completed']).toMatchObject({ description: 'Paid' })
    expect(await plan.writes()).toEqual(['PATCH 3', 'DELETE'])
  })

  test('leaves rules alone that are not ours, and finds no drift in what Segment fills in', async () => {
    await start()
    await plan.editByHand({ 'Made By Hand': schema('theirs') })
    const request = await approved(edit('Order Completed', schema('Paid')))
    const jobId = await claim(request)
    expect(await run(request.number, jobId)).toMatchObject({ done: { summary: '1 updated' } })
    expect(await plan.held()).toHaveProperty('Made By Hand')
    const next = await approved(edit('Cart Viewed', schema('Seen')))
    expect(next.gates).toEqual([])
  })

  test('sends more than 200 rules in several calls', async () => {
    const many = Array.from({ length: 230 }, (_, i) => aRule(`Event ${i}`, schema('old')))
    await start(many)
    const request = await approved(
      ...many.map((rule, i) => edit(`${rule.key}`, i < 205 ? schema('new') : null)),
    )
    const jobId = await claim(request)
    expect(await run(request.number, jobId)).toMatchObject({ done: { summary: '205 updated, 25 removed' } })
    expect(await plan.writes()).toEqual(['PATCH 200', 'PATCH 5', 'DELETE', 'DELETE'])
    expect(Object.keys(await plan.held())).toHaveLength(205)
  })
})

describe('nobody publishes unapproved edits', () => {
  test('a request without approval is blocked by gates, whoever asks', async () => {
    await start()
    const draft = await createChangeRequest(author, {
      plan: plan.planId,
      title: 'T',
      edits: [edit('Cart Viewed', null)],
    })
    await submitChangeRequest(author, name(draft.number))
    await checked(world.ctx, draft)
    const blocked = await failure(publishChangeRequest(world.ctx, name(draft.number)))
    expect(blocked).toMatchObject({ code: 'blocked', gates: [{ code: 'approvals-missing' }] })
    expect(await planNow()).toEqual({ head: 1, live: 1 })
  })

  test('an author cannot publish, and an edit after the approval blocks', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    expect(await failure(publishChangeRequest(author, name(request.number)))).toMatchObject({
      code: 'not-allowed',
    })
    await saveEdits(author, {
      ...name(request.number),
      edits: [edit('Cart Viewed', schema('two'))],
      fingerprint: request.fingerprint,
    })
    expect(await status(request.number)).toBe('in-review')
    const refused = await failure(publishChangeRequest(steward, name(request.number), { patienceMs: 0 }))
    expect(refused).toMatchObject({ code: 'blocked' })
    expect(refused).toHaveProperty(
      'gates',
      ['approvals-missing', 'checks-running'].map((code) => expect.objectContaining({ code })),
    )
  })

  test('an approval that races an edit never ends with unseen edits approved', async () => {
    await start()
    const draft = await createChangeRequest(author, {
      plan: plan.planId,
      title: 'T',
      edits: [edit('Cart Viewed', schema('one'))],
    })
    const { fingerprint } = await submitChangeRequest(author, name(draft.number))
    const other = await world.as('steward', 'Sam Steward')
    const review = (ctx: Context) =>
      giveReview(ctx, { ...name(draft.number), verdict: 'approve', fingerprint })
    await Promise.allSettled([
      review(steward),
      saveEdits(author, {
        ...name(draft.number),
        edits: [edit('Cart Viewed', schema('two'))],
        fingerprint,
      }),
      review(other),
    ])
    const after = await readChangeRequest(steward, name(draft.number))
    expect(after.edits[0]).toMatchObject({ after: { description: 'two' } })
    expect(after.status).toBe('in-review')
    expect(after.gates.map(({ code }) => code)).toContain('approvals-missing')
  })

  test('two publishers at once start one publish', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const ids = await Promise.all([claim(request), claim(request), claim(request)])
    expect(new Set(ids).size).toBe(1)
    expect(await planNow()).toEqual({ head: 2, live: 1 })
  })

  test('two requests at once: one is published, the other waits for its turn', async () => {
    await start()
    const one = await approved(edit('Cart Viewed', schema('one')))
    const two = await approved(edit('Order Completed', schema('two')))
    const results = await Promise.allSettled([claim(one), claim(two)])
    expect(results.map(({ status: result }) => result)).toEqual(['fulfilled', 'fulfilled'])
    const after = [one, two].map(({ number }) => readChangeRequest(steward, name(number)))
    expect((await Promise.all(after)).map((request) => request.status).sort()).toEqual([
      'approved',
      'publishing',
    ])
    expect(await planNow()).toEqual({ head: 2, live: 1 })
  })
})

describe('a run of the job', () => {
  test('a run after the end changes nothing', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    await run(request.number, jobId)
    expect(await run(request.number, jobId)).toMatchObject({ done: { status: 'published' } })
    expect(await plan.writes()).toEqual(['PATCH 1'])
  })
})

describe('bad days', () => {
  test('a page that lost rules is never taken for the plan', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    await plan.arm({ do: 'truncate-page', match: { method: 'GET', path: '/rules' }, times: null })
    expect(await run(request.number, jobId)).not.toHaveProperty('done')
    expect(await plan.writes()).toEqual([])
  })

  test('a refusal fails the publish with the reason, resume finishes it', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    const body = { errors: [{ type: 'input-validation', message: 'no thanks' }] }
    await plan.arm({ do: 'status', status: 422, body, match: { method: 'PATCH' } })
    expect(await run(request.number, jobId)).toMatchObject({ failed: { code: 'segment-refused' } })
    const failed = await readChangeRequest(steward, name(request.number))
    expect(failed.status).toBe('publish-failed')
    expect(failed.publishError?.message).toMatch(/no thanks.*Nothing was changed/)
    await jobEnds(jobId)

    const { jobId: next } = await resumePublish(steward, name(request.number))
    expect(next).not.toBe(jobId)
    expect(await run(request.number, next)).toHaveProperty('done')
    expect(await planNow()).toEqual({ head: 2, live: 2 })
  })

  test('a publish whose job gave up is resumed by a new one', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    expect(await resumePublish(steward, name(request.number))).toEqual({ jobId })
    await jobEnds(jobId)
    expect((await readChangeRequest(steward, name(request.number))).can.resume).toBe(true)
    expect(await failure(claim(request))).toMatchObject({ code: 'wrong-state', status: 'publishing' })

    const { jobId: next } = await resumePublish(steward, name(request.number))
    expect(await run(request.number, jobId)).toMatchObject({ done: { status: 'publishing' } })
    expect(await plan.writes()).toEqual([])
    expect(await run(request.number, next)).toMatchObject({ done: { version: 2 } })
  })

  test('while one request stands half-way, the next is refused, and is told for what', async () => {
    await start()
    const one = await approved(edit('Cart Viewed', schema('one')))
    const two = await approved(edit('Order Completed', schema('two')))
    await jobEnds(await claim(one))
    const updated = await checked(world.ctx, await updateChangeRequest(author, name(two.number)))
    expect(updated).toMatchObject({ status: 'approved', gates: [], can: { publish: false } })
    const refused = await failure(claim(two))
    expect(refused).toMatchObject({ code: 'wrong-state' })
    expect(refused).toHaveProperty('detail', expect.stringContaining(`Change request ${one.number}`))
  })

  test('what Segment never shows is partly applied, not published', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    await plan.showWritesAfter(3_600_000)
    const job = { kind: 'job', personId: null, name: 'Plumbline', jobId } as const
    const instantly: Pace = { ...pace, sleep: () => Promise.resolve() }
    const ended = await runPublish(
      world.asActor(job),
      { planId: plan.planId, number: request.number, jobId },
      instantly,
    )
    expect(ended).toMatchObject({ failed: { code: 'partly-applied' } })
    expect(await planNow()).toEqual({ head: 2, live: 1 })
  })

  test('what somebody changed in Segment after the approval is not overwritten', async () => {
    await start()
    const request = await approved(edit('Cart Viewed', schema('one')))
    const jobId = await claim(request)
    await plan.editByHand({ 'Cart Viewed': schema('by hand') })
    expect(await run(request.number, jobId)).toMatchObject({ failed: { code: 'drift' } })
    expect(await plan.writes()).toEqual([])
    expect((await readChangeRequest(steward, name(request.number))).publishError?.message).toMatch(
      /Cart Viewed.*Nothing was changed/,
    )
  })

  test('giving up takes our own half of the work back and leaves what others did', async () => {
    await start()
    const request = await approved(
      edit('Cart Viewed', null),
      edit('Order Completed', schema('Paid')),
      edit('Order Refunded', schema('Order Refunded'), 'Order Returned'),
    )
    const jobId = await claim(request)
    const body = { errors: [{ type: 'input-validation', message: 'no removals' }] }
    await plan.arm({ do: 'status', status: 422, body, match: { method: 'DELETE' } })
    expect(await run(request.number, jobId)).toMatchObject({ failed: { code: 'segment-refused' } })
    expect(await plan.held()).toHaveProperty('Order Returned')
    await jobEnds(jobId)

    await plan.editByHand({ 'Cart Viewed': schema('by hand') })
    const abandoned = await abandonPublish(steward, name(request.number))
    expect(abandoned.can.resume).toBe(false)
    expect(await run(request.number, `${abandoned.jobId}`)).toHaveProperty('done')
    const after = await readChangeRequest(steward, name(request.number))
    expect(after.status).toBe('closed')
    expect(await planNow()).toEqual({ head: 3, live: 3 })
    const held = await plan.held()
    expect(Object.keys(held).sort()).toEqual(['Cart Viewed', 'Order Completed', 'Order Refunded'])
    expect(held['Order Completed']).toMatchObject({ description: 'Order Completed' })
    expect(held['Cart Viewed']).toMatchObject({ description: 'by hand' })
  })
})

describe('reverting', () => {
  const publish = async (request: ChangeRequestView) => {
    const jobId = await claim(request)
    await run(request.number, jobId)
    await jobEnds(jobId)
    return request.number
  }
  const published = async (...edits: EditInput[]) => publish(await approved(...edits))
  const approve = async (request: ChangeRequestView) => {
    await checked(world.ctx, request)
    const { number, fingerprint } = request
    return giveReview(steward, { ...name(number), verdict: 'approve', fingerprint })
  }

  test('a published request is taken back by another, which goes the same way', async () => {
    await start()
    const before = await plan.held()
    const number = await published(
      edit('Cart Viewed', null),
      edit('Order Completed', schema('Paid')),
      edit('Order Refunded', schema('Order Refunded'), 'Order Returned'),
      edit('Order Cancelled', schema('Gone')),
    )
    const revert = await revertChangeRequest(author, name(number))
    expect(revert).toMatchObject({
      title: 'Revert: Change things',
      status: 'in-review',
      base: 2,
      editCount: 4,
    })
    const { timeline } = await readChangeRequest(author, name(number))
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      `opened change request ${revert.number}, which takes it back`,
    )
    await publish(await approve(revert))
    const after = await plan.held()
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort())
    expect(after).toMatchObject(before)
    expect(await planNow()).toEqual({ head: 3, live: 3 })
  })

  test('what was changed again since is a conflict of the new request, not of the plan', async () => {
    await start()
    const number = await published(
      edit('Order Completed', schema('Paid')),
      edit('Cart Viewed', schema('Seen')),
    )
    await published(edit('Order Completed', schema('Paid in full')))
    const revert = await revertChangeRequest(author, name(number))
    expect(revert).toMatchObject({ status: 'draft', base: 2, editCount: 2 })
    expect(revert.gates.map(({ code }) => code)).toEqual(expect.arrayContaining(['conflicts', 'out-of-date']))
    expect(revert.conflicts.map(({ rule }) => rule.key)).toEqual(['Order Completed'])
  })

  test('a second press finds the request that the first one opened, until that is closed', async () => {
    await start()
    const number = await published(edit('Order Completed', schema('Paid')))
    const [one, other] = await Promise.all([
      revertChangeRequest(author, name(number)),
      revertChangeRequest(steward, name(number)),
    ])
    expect(other.number).toBe(one.number)
    await closeChangeRequest(steward, name(one.number))
    expect((await revertChangeRequest(author, name(number))).number).toBe(one.number + 1)
  })

  test('there is nothing to take back before it is published, nor twice', async () => {
    await start()
    const open = await approved(edit('Order Completed', schema('Paid')))
    expect(await failure(revertChangeRequest(author, name(open.number)))).toMatchObject({
      code: 'wrong-state',
    })
    await publish(open)
    await publish(await approve(await revertChangeRequest(author, name(open.number))))
    expect(await failure(revertChangeRequest(author, name(open.number)))).toMatchObject({
      code: 'wrong-state',
      detail: 'Nothing of the request is left to take back.',
    })
  })
})
