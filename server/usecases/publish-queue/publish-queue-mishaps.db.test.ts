import { describe, expect, test } from 'vitest'
import { rulesHash } from '@/domain/plan/rules-hash'
import { aRule } from '@/testing/a-rule'
import { Killed, killedAt } from '../change-requests/killed-at.cases'
import { expectNothingTwice, schema } from '../change-requests/publishing.cases'
import { checked } from '../checks/checked.cases'
import {
  ask,
  bench,
  cart,
  entriesOf,
  jobOf,
  morning,
  noon,
  order,
  people,
  queue,
  refund,
  setNow,
  turn,
  untilEnd,
  withPublishQueue,
} from './publish-queue.cases'

withPublishQueue()

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
