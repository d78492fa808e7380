import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Policy } from '@/contracts/policy'
import { rulesHash } from '@/domain/plan/rules-hash'
import type { Context } from '@/server/ports/context'
import { aRule } from '@/testing/a-rule'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from '../authorize'
import { abandonPublish } from '../change-requests/abandon-publish'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { Killed, killedAt } from '../change-requests/killed-at.cases'
import { previewPublish } from '../change-requests/preview-publish'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import {
  edit,
  expectNothingTwice,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from '../change-requests/publishing.cases'
import { resumePublish } from '../change-requests/resume-publish'
import { saveEdits } from '../change-requests/save-edits'
import { withdrawChangeRequest } from '../change-requests/withdraw-change-request'
import { checked } from '../checks/checked.cases'
import { listJobs } from '../jobs/list-jobs'
import { readJob } from '../jobs/read-job'
import { changeMember } from '../people/change-member'
import { mintToken } from '../people/mint-token'
import { revokeToken } from '../people/revoke-token'
import { readPolicy } from '../policies/read-policy'
import { savePolicy } from '../policies/save-policy'
import { readPublishQueue } from './read-publish-queue'
import { releaseLostPublishes } from './release-lost-publishes'
import { unschedulePublish } from './unschedule-publish'

// A Monday.
const morning = '2026-01-05T09:00:00.000Z'
const noon = '2026-01-05T12:00:00.000Z'

let people: Publishing
let bench: StartedPlan
let database: Client
beforeAll(async () => {
  people = await openPublishing()
  database = new Client({ connectionString: people.world.databaseUrl })
  await database.connect()
})
beforeEach(async () => {
  people.world.setNow(morning)
  bench = await people.start()
})
afterEach(() => bench.plan.close())
afterAll(async () => {
  await database.end()
  await people.close()
})

const setNow = (at: string) => people.world.setNow(at)
const ask = async (number: number, at?: string, ctx: Context = people.steward) =>
  (await publishChangeRequest(ctx, { ...bench.name(number), ...(at === undefined ? {} : { at }) })).jobId
const cart = (description = 'Cart seen') => bench.approved([edit('Cart Viewed', schema(description))])
const order = () => bench.approved([edit('Order Completed', schema('Paid'))])
const refund = () => bench.approved([edit('Order Refunded', schema('Money back'))])
const jobOf = async (number: number): Promise<string> => {
  const found = await people.world.ctx.transaction(({ changeRequests }) =>
    changeRequests.find(bench.plan.planId, number),
  )
  return found?.waiting?.jobId ?? `${found?.jobId}`
}

/** One run of a job as a worker does it. */
const turn = async (number: number, mortal: (ctx: Context) => Context = (ctx) => ctx) => {
  const jobId = await jobOf(number)
  const end = await bench.run(number, jobId, mortal(bench.worker(jobId)))
  await people.world.ctx.transaction(async ({ jobs }) => {
    if ('done' in end) await jobs.succeed(jobId, people.world.ctx.now(), null)
    if ('failed' in end) await jobs.fail(jobId, people.world.ctx.now(), end.failed)
  })
  return end
}

/** Runs it, and the checks that it asks for, until it has an end. */
const untilEnd = async (number: number) => {
  for (let times = 0; times < 8; times += 1) {
    const end = await turn(number)
    if (!('waits' in end) && !('retry' in end)) return end
    await checked(people.world.ctx, await bench.request(number))
  }
  throw new Error(`Change request ${number} waits and waits.`)
}
const entriesOf = async (jobId: string) =>
  (
    await database.query<{ at: Date }>('select run_at as at from graphile_worker.jobs where key = $1', [
      jobId,
    ])
  ).rows.map(({ at }) => at)
const sentences = async (number: number) =>
  (await bench.request(number)).timeline.map(({ sentence }) => sentence)
const queue = async () =>
  (await readPublishQueue(people.author, { plan: bench.plan.planId })).data.map(
    ({ number, state }) => `${number} ${state}`,
  )
/** For what the jobs of these requests wait, as the list of jobs tells it. */
const waitsOf = async (...numbers: readonly number[]) => {
  const { data } = await listJobs(people.author, { limit: 200 })
  const of = (number: number) =>
    data.find(({ waits }) => waits?.plan === bench.plan.planId && waits.number === number)?.waits
  return numbers.map(of)
}
const setPolicy = async (change: Partial<Policy>) => {
  const { policy, revision } = await readPolicy(people.world.ctx, { plan: bench.plan.planId })
  return savePolicy(people.world.ctx, { plan: bench.plan.planId, policy: { ...policy, ...change }, revision })
}

/** It did not begin, for this reason; the request is as it was, and Segment was sent nothing. */
const expectStopped = async (number: number, code: string, words: RegExp, status: string) => {
  const view = await bench.request(number)
  expect(view).toMatchObject({
    status,
    waiting: null,
    publishError: { code, message: expect.stringMatching(words) },
  })
  expect(view.timeline.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringMatching(/^did not publish it, and sent nothing: /),
  )
}

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

describe('the queue of a plan', () => {
  test('of three where the second is blocked: the third goes on', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one)
    const [second, third] = [await ask(two), await ask(three)]
    expect(await ask(two)).toBe(second)
    expect(await queue()).toEqual([`${one} under-way`, `${two} waiting`, `${three} waiting`])
    expect(await bench.request(three)).toMatchObject({
      status: 'approved',
      waiting: { at: null, place: 2, behind: { number: two, halted: false } },
      gates: [
        { code: 'scheduled', message: expect.stringContaining(`behind change request ${two}`) },
        { code: 'out-of-date' },
      ],
      can: { publish: false, unschedule: true },
    })
    expect(await waitsOf(one, two, three)).toMatchObject([
      undefined,
      { reason: expect.stringContaining(`behind change request ${one}`), until: null, isScheduled: false },
      { reason: expect.stringContaining(`behind change request ${two}`), until: null, isScheduled: false },
    ])
    // What a publish from the queue would send is known, though the plan has moved on.
    expect((await previewPublish(people.steward, bench.name(three))).sentence).toMatch(/^1 updated/)
    expect(await turn(three)).toEqual({ waits: true })
    const { fingerprint } = await bench.request(two)
    const edits = [edit('Order Completed', schema('Somebody changed it'))]
    await saveEdits(people.author, { ...bench.name(two), edits, fingerprint })

    expect(await untilEnd(one)).toHaveProperty('done')
    expect((await entriesOf(second)).map((at) => at <= new Date(morning))).toEqual([true])
    expect(await turn(three)).toEqual({ waits: true })
    expect(await untilEnd(two)).toMatchObject({ failed: { code: 'blocked' } })
    await expectStopped(two, 'blocked', /needs an approval/, 'in-review')
    expect((await entriesOf(third)).map((at) => at <= new Date(morning))).toEqual([true])
    expect(await untilEnd(three)).toMatchObject({ done: { version: 3 } })
    expect(await bench.planNow()).toEqual({ head: 3, live: 3 })
    expect(await bench.plan.held()).toMatchObject({
      'Cart Viewed': { description: 'Cart seen' },
      'Order Completed': { description: 'Order Completed' },
      'Order Refunded': { description: 'Money back' },
    })
    expect(await queue()).toEqual([])
  })

  test.each<['resumed' | 'given up', number]>([
    ['resumed', 2],
    ['given up', 3],
  ])('waits, and says so, for one that stopped half-way, until it is %s', async (way, live) => {
    const [one, two] = [await cart(), await order()]
    const first = await ask(one)
    await ask(two)
    const body = { errors: [{ type: 'input-validation', message: 'not today' }] }
    await bench.plan.arm({ do: 'status', status: 422, body, match: { method: 'PATCH' } })
    expect(await turn(one)).toMatchObject({ failed: { code: 'segment-refused' } })
    expect(await queue()).toEqual([`${one} halted`, `${two} waiting`])
    expect((await bench.request(two)).gates[0]?.message).toBe(
      `Sue Steward asked for the publish. It is in the publish queue, which waits: change request ${one} stopped half-way and has to be resumed or given up.`,
    )
    expect(await turn(two)).toEqual({ waits: true })
    const three = await refund()
    expect(await failureOf(ask(three))).toMatchObject({ code: 'wrong-state' })
    await ask(three, noon)

    await (way === 'resumed' ? resumePublish : abandonPublish)(people.steward, bench.name(one))
    expect(await jobOf(one)).not.toBe(first)
    expect(await untilEnd(one)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: live, live })
    expect(await untilEnd(two)).toMatchObject({ done: { version: live + 1 } })
    setNow(noon)
    expect(await untilEnd(three)).toMatchObject({ done: { version: live + 2 } })
  })

  test('is left by one that is called off, and the next goes on', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one)
    await ask(two)
    await ask(three)
    await unschedulePublish(people.steward, bench.name(two))
    expect(await sentences(two)).toContain('took it out of the publish queue')
    expect(await queue()).toEqual([`${one} under-way`, `${three} waiting`])
    await untilEnd(one)
    expect(await untilEnd(three)).toHaveProperty('done')
    expect((await bench.request(two)).status).toBe('approved')
  })

  test('takes a scheduled one at its hour, behind who came before and ahead of who comes after', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(two, noon)
    await ask(one)
    setNow('2026-01-05T12:00:01.000Z')
    await ask(three)
    expect(await queue()).toEqual([`${one} under-way`, `${two} waiting`, `${three} waiting`])
    for (const number of [one, two, three]) expect(await untilEnd(number)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: 4, live: 4 })
  })
})

describe('set times', () => {
  const afternoons = { days: ['mon', 'tue'] as const, from: '13:00', to: '15:00', timeZone: 'Europe/London' }
  const opening = '2026-01-05T13:00:00.000Z'
  const windows = [{ ...afternoons, days: [...afternoons.days] }]

  test('outside of them a publish is blocked, with the next opening, and can be scheduled for it', async () => {
    await setPolicy({ windows })
    const number = await cart()
    expect(await bench.request(number)).toMatchObject({
      gates: [{ code: 'outside-window', until: opening }],
      can: { publish: false, schedule: true, bypass: false },
    })
    expect(await failureOf(ask(number))).toMatchObject({
      code: 'blocked',
      gates: [{ code: 'outside-window' }],
    })
    expect(await failureOf(ask(number, noon))).toMatchObject({ code: 'blocked', gates: [{ until: opening }] })
    await ask(number, opening)
    setNow(opening)
    expect(await untilEnd(number)).toHaveProperty('done')
  })

  test('whoever may bypass goes past them with a reason, now or at an hour', async () => {
    await setPolicy({ windows, bypassRoles: ['steward'] })
    const bypass = { reason: 'Checkout is down.' }
    const one = await cart()
    expect((await bench.request(one)).can).toMatchObject({ publish: false, bypass: true })
    await publishChangeRequest(people.steward, { ...bench.name(one), bypass })
    expect(await untilEnd(one)).toHaveProperty('done')
    const two = await order()
    await publishChangeRequest(people.steward, { ...bench.name(two), at: noon, bypass })
    setNow(noon)
    expect(await untilEnd(two)).toHaveProperty('done')
    expect(await sentences(two)).toContain(
      'started to publish it as version 3, as Sue Steward had asked, without the approvals that the policy asks for',
    )
  })

  test('a freeze that was put over its hour is waited for, and it begins when that ends', async () => {
    const number = await cart()
    await ask(number, noon)
    await setPolicy({ freezes: [{ from: noon, to: opening, reason: 'Sale' }] })
    setNow(noon)
    expect(await turn(number)).toEqual({ waits: true })
    expect(await bench.request(number)).toMatchObject({
      status: 'approved',
      waiting: { at: null, place: 1, behind: null, opens: opening },
      gates: [
        { code: 'scheduled', until: opening },
        { code: 'outside-window', message: 'Nothing is published to the plan for now: Sale.' },
      ],
    })
    setNow(opening)
    expect(await untilEnd(number)).toMatchObject({ done: { version: 2 } })
  })

  test('a window that closes while a request waits for its turn: it and all behind it wait for the next', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one)
    await ask(two)
    await ask(three)
    await setPolicy({ windows })
    expect(await untilEnd(one)).toHaveProperty('done')
    expect(await turn(two)).toEqual({ waits: true })
    await checked(people.world.ctx, await bench.request(two))
    expect(await turn(two)).toEqual({ waits: true })
    expect(await turn(three)).toEqual({ waits: true })
    expect((await bench.request(two)).gates[0]).toMatchObject({
      message:
        'Sue Steward asked for the publish. It is the next in the publish queue, and waits until the plan may be published again.',
      until: opening,
    })
    expect(await waitsOf(two)).toMatchObject([
      {
        reason: expect.stringContaining('waits until the plan may be published again'),
        until: opening,
        isScheduled: false,
      },
    ])
    const entries = (await readPublishQueue(people.author, { plan: bench.plan.planId })).data
    expect(entries.map(({ number, state, opens }) => [number, state, opens])).toEqual([
      [two, 'waiting', opening],
      [three, 'waiting', null],
    ])
    expect(await bench.planNow()).toEqual({ head: 2, live: 2 })

    setNow(opening)
    expect(await untilEnd(two)).toMatchObject({ done: { version: 3 } })
    expect(await untilEnd(three)).toMatchObject({ done: { version: 4 } })
  })

  test('its job sleeps until the plan opens', async () => {
    // Ahead of the database's clock, so that the queue's own hour can be seen.
    const [at, opens] = ['2036-01-07T12:00:00.000Z', '2036-01-07T13:00:00.000Z']
    setNow('2036-01-07T09:00:00.000Z')
    const number = await cart()
    const jobId = await ask(number, at)
    await setPolicy({ windows })
    setNow(at)
    expect(await turn(number)).toEqual({ waits: true })
    expect(await entriesOf(jobId)).toEqual([new Date(opens)])
  })

  test('while they wait, whoever may bypass is let by, and a policy that opens the plan wakes them', async () => {
    const [one, two, three] = [await cart(), await order(), await refund()]
    await ask(one, noon)
    await setPolicy({ windows, bypassRoles: ['steward'] })
    setNow(noon)
    expect(await turn(one)).toEqual({ waits: true })
    const bypass = { reason: 'Checkout is down.' }
    await publishChangeRequest(people.steward, { ...bench.name(two), bypass })
    expect(await queue()).toEqual([`${two} waiting`, `${one} waiting`])
    expect(await untilEnd(two)).toMatchObject({ done: { version: 2 } })
    expect(await turn(one)).toEqual({ waits: true })
    const jobId = await jobOf(one)
    await setPolicy({ windows: [] })
    expect((await entriesOf(jobId)).map((at) => at <= new Date(noon))).toEqual([true])
    expect(await untilEnd(one)).toMatchObject({ done: { version: 3 } })
    expect(await bench.request(three)).toMatchObject({ waiting: null })
  })
})

describe('whatever happens to clocks and workers', () => {
  const untilKilled = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })

  /** Another request, about another rule, has become the newest version, and is live. */
  const planMovesOn = async () => {
    const changed = schema(`changed before version ${(await bench.planNow()).head}`)
    await bench.plan.editByHand({ 'Left As It Is': changed })
    await people.world.ctx.transaction(async ({ plans, rules }) => {
      const version = ((await plans.find(bench.plan.planId))?.headVersion ?? 0) + 1
      const what = { version, at: morning, by: 'Other', note: '', changeRequest: null }
      const steps = [{ kind: 'change', rule: aRule('Left As It Is', changed) }] as const
      await rules.writeVersion(bench.plan.planId, { ...what, steps })
      await plans.setLive(bench.plan.planId, version)
      const held = await rules.ofVersion(bench.plan.planId, version)
      const seen = { at: people.world.ctx.now(), seenHash: rulesHash(held), rules: held }
      await plans.recordSeen(bench.plan.planId, seen)
    })
  }

  // From the claim on it is a publish like any other, whose kills have a test of their own.
  test('a kill at any boundary before the claim stands neither loses a schedule nor publishes twice', {
    timeout: 180_000,
  }, async () => {
    let at = 0
    for (let hasBegun = false; !hasBegun; ) {
      at += 1
      setNow(morning)
      const number = await cart(`Cart seen ${at}`)
      const before = (await bench.planNow()).head ?? 0
      const writes = (await bench.plan.writes()).length
      const death = killedAt(at)
      await untilKilled(ask(number, noon, death.mortal(people.steward)))
      // Killed before it stood: the person presses again.
      const isAsked = (await bench.request(number)).waiting !== null
      const jobId = isAsked ? await jobOf(number) : await ask(number, noon)
      await planMovesOn()
      setNow(noon)
      while (death.isAlive() && !hasBegun) {
        await untilKilled(turn(number, death.mortal))
        await checked(people.world.ctx, await bench.request(number))
        hasBegun = (await bench.request(number)).status === 'publishing'
        if (!hasBegun) expect(await entriesOf(jobId)).toHaveLength(1)
      }
      expect(await untilEnd(number), `killed at ${at}`).toMatchObject({ done: { version: before + 2 } })
      expect(await jobOf(number)).toBe(jobId)
      expect(await bench.planNow()).toEqual({ head: before + 2, live: before + 2 })
      expect(await bench.plan.writes()).toHaveLength(writes + 1)
    }
    expect(at).toBeGreaterThan(12)
  })

  test('many workers at once begin it once', async () => {
    const number = await cart()
    const jobId = await ask(number, noon)
    setNow(noon)
    await Promise.all(Array.from({ length: 4 }, () => bench.run(number, jobId)))
    expect((await bench.request(number)).status).toBe('published')
    expect(await bench.planNow()).toEqual({ head: 2, live: 2 })
    expectNothingTwice(await bench.plan.states())
  })

  test('many people who press at once make one queue, each in it once', async () => {
    const numbers = [await cart(), await order(), await refund()]
    const ids = await Promise.all([...numbers, ...numbers].map((number) => ask(number)))
    expect(new Set(ids).size).toBe(3)
    expect((await queue()).map((entry) => entry.split(' ')[1])).toEqual(['under-way', 'waiting', 'waiting'])
    for (const number of (await queue()).map((entry) => Number(entry.split(' ')[0])))
      expect(await untilEnd(number)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: 4, live: 4 })
  })

  test('a clock that is put back waits once more, one that jumps ahead is at its hour', async () => {
    const number = await cart()
    const jobId = await ask(number, noon)
    setNow('2026-01-05T06:00:00.000Z')
    const asked = Date.now()
    expect(await turn(number)).toEqual({ waits: true })
    // The hour is over by the database's clock, so the queue would run it again and again.
    const [entry] = await entriesOf(jobId)
    expect(Number(entry)).toBeGreaterThan(asked + 500)
    setNow('2026-12-24T00:00:00.000Z')
    expect(await untilEnd(number)).toHaveProperty('done')
    expect(await bench.planNow()).toEqual({ head: 2, live: 2 })
  })

  test('Segment that is away at its hour is waited for', async () => {
    const number = await cart()
    await ask(number, noon)
    setNow(noon)
    await bench.plan.arm({ do: 'html-502', times: 10 })
    expect(await turn(number)).toHaveProperty('retry')
    expect((await bench.request(number)).waiting).not.toBeNull()
    expect(await untilEnd(number)).toHaveProperty('done')
  })
})
