import { describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from '../authorize'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { edit, schema } from '../change-requests/publishing.cases'
import { saveEdits } from '../change-requests/save-edits'
import { withdrawChangeRequest } from '../change-requests/withdraw-change-request'
import { checked } from '../checks/checked.cases'
import { readJob } from '../jobs/read-job'
import { changeMember } from '../people/change-member'
import { mintToken } from '../people/mint-token'
import { revokeToken } from '../people/revoke-token'
import {
  ask,
  bench,
  cart,
  entriesOf,
  expectStopped,
  jobOf,
  noon,
  order,
  people,
  queue,
  sentences,
  setNow,
  turn,
  untilEnd,
  waitsOf,
  withPublishQueue,
} from './publish-queue.cases'
import { readPublishQueue } from './read-publish-queue'
import { releaseLostPublishes } from './release-lost-publishes'
import { unschedulePublish } from './unschedule-publish'

withPublishQueue()

describe('a publish at an hour to come', () => {
  test('shows when and by whom, waits for it, and begins then', async () => {
    const number = await cart()
    const jobId = await ask(number, noon)
    const view = await bench.request(number)
    expect(view).toMatchObject({
      status: 'approved',
      waiting: { at: noon, by: 'Sue Steward', place: null, behind: null },
      gates: [{ code: 'scheduled', message: 'Sue Steward scheduled the publish.', until: noon }],
      can: { publish: true, schedule: true, unschedule: true },
    })
    expect(await entriesOf(jobId)).toEqual([new Date(noon)])
    expect(await queue()).toEqual([`${number} scheduled`])
    const waits = { reason: 'Sue Steward scheduled the publish.', until: noon, isScheduled: true }
    expect(await waitsOf(number)).toMatchObject([waits])
    const waitsFor = async (ctx: Context) => (await readJob(ctx, { id: jobId })).waits
    expect(await waitsFor(people.author)).toMatchObject({ ...waits, can: { leave: false } })
    expect(await waitsFor(people.steward)).toMatchObject({ ...waits, can: { leave: true } })
    const leaves = async (ctx: Context) =>
      (await readPublishQueue(ctx, { plan: bench.plan.planId })).data.map(({ can }) => can.leave)
    expect([await leaves(people.author), await leaves(people.steward)]).toEqual([[false], [true]])
    expect(await turn(number)).toEqual({ waits: true })
    expect(await bench.planNow()).toEqual({ head: 1, live: 1 })

    setNow(noon)
    expect(await untilEnd(number)).toMatchObject({ done: { version: 2 } })
    expect(await bench.request(number)).toMatchObject({ status: 'published', waiting: null, jobId })
    expect(await waitsOf(number)).toEqual([undefined])
    expect(await sentences(number)).toEqual(
      expect.arrayContaining([
        'scheduled its publish for 2026-01-05 12:00 UTC',
        'started to publish it as version 2, as Sue Steward had asked',
        'published version 2: Segment holds it now',
      ]),
    )
    const version = await people.world.ctx.transaction(({ plans }) => plans.version(bench.plan.planId, 2))
    expect(version).toMatchObject({ by: 'Sue Steward', changeRequest: number })
    expect(await bench.plan.writes()).toEqual(['PATCH 1'])
  })

  test('is called off, also by whoever withdraws or closes the request', async () => {
    for (const callOff of [unschedulePublish, withdrawChangeRequest, closeChangeRequest]) {
      const number = await cart()
      const jobId = await ask(number, noon)
      expect(await failureOf(unschedulePublish(people.author, bench.name(number)))).toMatchObject({
        code: 'not-allowed',
      })
      expect(await callOff(people.steward, bench.name(number))).toMatchObject({ waiting: null })
      expect(await entriesOf(jobId)).toEqual([])
      expect(await people.world.ctx.transaction(({ jobs }) => jobs.find(jobId))).toMatchObject({
        status: 'cancelled',
      })
      expect(await bench.run(number, jobId)).toHaveProperty('done')
      expect(await failureOf(unschedulePublish(people.steward, bench.name(number)))).toMatchObject({
        code: 'wrong-state',
      })
    }
    expect(await bench.plan.writes()).toEqual([])
  })

  test('takes another hour, or the next moment, as the same job', async () => {
    const number = await cart()
    const jobId = await ask(number, noon)
    const later = '2026-01-05T15:00:00.000Z'
    expect(await ask(number, later)).toBe(jobId)
    expect(await entriesOf(jobId)).toEqual([new Date(later)])
    setNow(noon)
    expect(await turn(number)).toEqual({ waits: true })
    expect(await ask(number)).toBe(jobId)
    expect((await entriesOf(jobId)).map((at) => at <= new Date(noon))).toEqual([true])
    expect(await bench.request(number)).toMatchObject({ waiting: { at: null, place: 1 } })
    expect(await untilEnd(number)).toHaveProperty('done')
    expect((await bench.request(number)).status).toBe('published')
  })

  test('is for whoever may publish, and for a request that could be published', async () => {
    const number = await cart()
    expect(await failureOf(ask(number, noon, people.author))).toMatchObject({ code: 'not-allowed' })
    expect(await failureOf(ask(number, '2028-01-01T00:00:00.000Z'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'at' }],
    })
    await withdrawChangeRequest(people.author, bench.name(number))
    expect(await failureOf(ask(number, noon))).toMatchObject({ code: 'wrong-state' })
  })

  test('is brought to head first, and keeps the approvals of what nobody touched', async () => {
    const number = await cart()
    await ask(number, noon)
    const other = await order()
    await ask(other)
    await untilEnd(other)
    setNow(noon)
    expect(await untilEnd(number)).toMatchObject({ done: { version: 3 } })
    expect(await sentences(number)).toContain('brought it up to date with version 2')
    expect(await bench.plan.held()).toMatchObject({
      'Cart Viewed': { description: 'Cart seen' },
      'Order Completed': { description: 'Paid' },
    })
  })

  test('in the past is now', async () => {
    const number = await cart()
    await ask(number, '2026-01-01T00:00:00.000Z')
    expect((await bench.request(number)).status).toBe('publishing')
  })
})

describe('what stands in the way at its hour stops it', () => {
  test('an approval that was lost', async () => {
    const number = await cart()
    await ask(number, noon)
    const { fingerprint } = await bench.request(number)
    const edits = [edit('Cart Viewed', schema('Something else'))]
    await saveEdits(people.author, { ...bench.name(number), edits, fingerprint })
    await checked(people.world.ctx, await bench.request(number))
    expect((await bench.request(number)).gates.map(({ code }) => code)).toEqual([
      'scheduled',
      'approvals-missing',
    ])
    setNow(noon)
    const end = await untilEnd(number)
    expect(end).toMatchObject({ failed: { code: 'blocked' } })
    await expectStopped(number, 'blocked', /still needs an approval/, 'in-review')
    // The worker died before the job knew its end: another run tells the same.
    expect(await bench.run(number, await jobOf(number))).toEqual(end)
    expect(await bench.plan.writes()).toEqual([])
  })

  test('a conflict with what was published meanwhile', async () => {
    const number = await cart('one')
    await ask(number, noon)
    const other = await cart('another')
    await ask(other)
    await untilEnd(other)
    setNow(noon)
    expect(await untilEnd(number)).toMatchObject({ failed: { code: 'conflicted' } })
    await expectStopped(number, 'conflicted', /Cart Viewed changed in the plan as well/, 'approved')
    expect(await bench.planNow()).toEqual({ head: 2, live: 2 })
    expect(await bench.plan.writes()).toEqual(['PATCH 1'])
  })

  test('drift that nobody had seen before', async () => {
    const number = await cart()
    await ask(number, noon)
    await bench.plan.editByHand({ 'Cart Viewed': schema('by hand') })
    setNow('2026-01-05T12:00:01.000Z')
    expect(await untilEnd(number)).toMatchObject({ failed: { code: 'blocked' } })
    await expectStopped(number, 'blocked', /Segment holds something else than we published/, 'approved')
    expect(await bench.planNow()).toEqual({ head: 1, live: 1 })
    expect(await bench.plan.writes()).toEqual([])
  })

  test('a check that found a reason to stop', async () => {
    const number = await cart()
    await ask(number, noon)
    await people.world.ctx.transaction(async ({ changeRequests, checks }) => {
      const id = `${(await changeRequests.find(bench.plan.planId, number))?.id}`
      const [known, judgedEdits] = [await checks.checks(id), await checks.judgedEdits(id)]
      const blocked = known.map((check) => ({ ...check, conclusion: 'block' as const }))
      await checks.keep(id, { judgedEdits, checks: blocked })
    })
    setNow(noon)
    expect(await untilEnd(number)).toMatchObject({ failed: { code: 'blocked' } })
    await expectStopped(number, 'blocked', /found a reason to stop/, 'approved')
  })

  test('a role that its asker lost, and a token that was revoked', async () => {
    const admin = people.world.ctx
    const tim = await people.world.as('steward', 'Tim Steward')
    const id = personOf(tim.actor)
    const byTim = await cart()
    await ask(byTim, noon, tim)
    await changeMember(admin, { id, role: 'contributor' })
    const robin = await people.world.as('steward', 'Robin Steward')
    const token = await mintToken(robin, { id: personOf(robin.actor), name: 'CI' })
    const [minted] = await admin.transaction(({ tokens }) => tokens.ofPerson(personOf(robin.actor)))
    const byToken = await order()
    await ask(
      byToken,
      noon,
      people.world.asActor({
        kind: 'token',
        personId: personOf(robin.actor),
        name: 'Robin Steward',
        role: 'steward',
        tokenId: `${minted?.id}`,
        minters: [],
        scopes: [],
      }),
    )
    expect(token).toBeTruthy()
    await revokeToken(robin, { id: personOf(robin.actor), tokenId: `${minted?.id}` })
    setNow(noon)
    for (const [number, name] of [
      [byTim, 'Tim Steward'],
      [byToken, 'Robin Steward'],
    ] as const) {
      expect(await untilEnd(number)).toMatchObject({ failed: { code: 'not-allowed' } })
      await expectStopped(number, 'not-allowed', new RegExp(`${name} may not publish`), 'approved')
    }
    expect(await bench.plan.writes()).toEqual([])
  })

  test('a job that gave up', async () => {
    const number = await cart()
    const jobId = await ask(number, noon)
    await releaseLostPublishes(people.world.ctx)
    expect((await bench.request(number)).waiting).not.toBeNull()
    await bench.jobEnds(jobId)
    await releaseLostPublishes(people.world.ctx)
    await expectStopped(number, 'x', /x/, 'approved')
    expect(await ask(number, noon)).not.toBe(jobId)
  })
})
