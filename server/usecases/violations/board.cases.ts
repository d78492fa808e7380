import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ListBoard } from '@/contracts/board'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { listBoard } from './list-board'

export const clock = (time: string, day = 5) => `2026-01-0${day}T${time}:00.000Z`

export let world: TestContext
export let planId: string
let sent = 0

/** A plan of its own for each test, and somebody who contributes to it. */
export const withBoard = (): void => {
  beforeAll(async () => {
    world = await testContext({ role: 'contributor' })
  })
  afterAll(() => world.drop())
  beforeEach(async () => {
    world.setNow(clock('09:00'))
    planId = (await aPlan(world.ctx)).planId
  })
}

export const arrive = (...each: Partial<Occurrence>[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(
      each.map((fields) => anOccurrence(planId, { key: `${++sent}`, sourceId: `web-${planId}`, ...fields })),
      { now: world.ctx.now(), newId: world.ctx.newId },
    ),
  )
export const board = async (query: Partial<ListBoard> = {}) =>
  (await listBoard(world.ctx, { plan: planId, limit: 50, sort: 'last-seen', ...query })).data
export const pointers = async (query: Partial<ListBoard> = {}) =>
  (await board(query)).map(({ pointer }) => pointer.replace('/properties/', ''))
export const version = (number: number, description: string, at: string, pointer = 'total') =>
  world.ctx.transaction(async ({ rules, plans }) => {
    const schema = {
      type: 'object',
      properties: {
        properties: { type: 'object', properties: { [pointer]: { type: 'string', description } } },
      },
    }
    const rule = aRule('Order Completed', schema)
    const steps = [number === 1 ? ({ kind: 'add', rule } as const) : ({ kind: 'change', rule } as const)]
    await plans.lock(planId)
    await rules.writeVersion(planId, { version: number, at, by: 'Ann', note: '', changeRequest: null, steps })
  })
