import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { countBrokenCalls } from './count-broken-calls'

const hourMs = 3_600_000
const start = Date.parse('2026-01-05T00:00:00.000Z')
const clock = (hour: number) => new Date(start + hour * hourMs).toISOString()

let world: TestContext
let database: Client
beforeAll(async () => {
  world = await testContext()
  database = new Client({ connectionString: world.databaseUrl })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await world.drop()
})

const arrive = (occurrences: readonly Occurrence[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(occurrences, { now: world.ctx.now(), newId: world.ctx.newId }),
  )
const broken = (planId: string, sourceId: string, since = clock(0)) =>
  world.ctx.transaction(({ sources }) => sources.brokenCalls(planId, sourceId, since))

/** One place that one call broke: which call, made in which hour by which source. */
const breaks = fc.record({
  call: fc.nat(5),
  place: fc.constantFrom('a', 'b'),
  hour: fc.nat(3),
  source: fc.constantFrom('web', 'ios'),
})
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(breaks, { minLength: 1, maxLength: 6 }) },
  { weight: 2, arbitrary: fc.constant('count' as const) },
)

test('calls are counted exactly, whenever hours are counted and whatever arrives later (law)', async () => {
  const law = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
    const { planId } = await aPlan(world.ctx)
    const calls = { web: new Set<string>(), ios: new Set<string>() }
    world.setNow(clock(0.5))
    for (const [at, done] of steps.entries()) {
      world.setNow(clock(at * 0.7 + 3.5))
      if (done === 'count') await countBrokenCalls(world.ctx)
      else
        await arrive(
          done.map(({ call, place, hour, source }) => {
            const messageId = `${planId} ${source} ${hour} ${call}`
            calls[source].add(messageId)
            const seen = {
              messageId,
              at: clock(hour + 0.5),
              sourceId: source,
              pointer: `/properties/${place}`,
            }
            return anOccurrence(planId, { key: `${messageId} ${place}`, ...seen })
          }),
        )
      expect([await broken(planId, 'web'), await broken(planId, 'ios')]).toEqual([
        calls.web.size,
        calls.ios.size,
      ])
    }
  })
  await fc.assert(law, { numRuns: 25 })
})

test('hours that are counted need their occurrences no more; other plans and earlier hours are left out', async () => {
  const [{ planId }, other] = [await aPlan(world.ctx), await aPlan(world.ctx)]
  world.setNow(clock(5.5))
  const call = (plan: string, messageId: string, hour: number, place = 'a') =>
    anOccurrence(plan, {
      ...{
        key: `${plan} ${messageId} ${place}`,
        messageId,
        at: clock(hour),
        pointer: `/properties/${place}`,
      },
    })
  await arrive([
    call(planId, 'x', 1),
    call(planId, 'x', 1, 'b'),
    call(planId, 'y', 2),
    call(other.planId, 'z', 2),
  ])
  await countBrokenCalls(world.ctx)
  await database.query('delete from occurrence')
  expect(await broken(planId, 'web')).toBe(2)
  expect(await broken(planId, 'web', clock(2))).toBe(1)
  // The hour that is not over is counted as it is asked for.
  await arrive([call(planId, 'now', 5)])
  await countBrokenCalls(world.ctx)
  expect(await broken(planId, 'web')).toBe(3)
  expect((await database.query('select 1 from broken_hour where hour >= $1', [clock(5)])).rowCount).toBe(0)
  world.setNow(clock(5.5 + 9 * 24))
  await countBrokenCalls(world.ctx)
  expect((await database.query('select 1 from broken_hour')).rowCount).toBe(0)
})
