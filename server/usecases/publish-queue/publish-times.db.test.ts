import { describe, expect, test } from 'vitest'
import { failureOf } from '@/testing/sandbox-world'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import { checked } from '../checks/checked.cases'
import {
  ask,
  bench,
  cart,
  entriesOf,
  jobOf,
  noon,
  order,
  people,
  queue,
  refund,
  sentences,
  setNow,
  setPolicy,
  turn,
  untilEnd,
  waitsOf,
  withPublishQueue,
} from './publish-queue.cases'
import { readPublishQueue } from './read-publish-queue'

withPublishQueue()

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
