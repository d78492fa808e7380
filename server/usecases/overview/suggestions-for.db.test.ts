import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { readOverview } from './read-overview'

let world: TestContext

beforeAll(async () => {
  world = await testContext({ role: 'steward' })
  await aPlan(world.ctx)
})
afterAll(() => world.drop())

const setUps = async (ctx: Context) =>
  (await readOverview(ctx)).suggestions.filter(({ action }) => action === 'Set up').map(({ href }) => href)

test('where nothing can arrive, whoever may connect a source is led to the sources', async () => {
  expect(await setUps(world.ctx)).toEqual(['/sources'])
  expect(await setUps(await world.as('contributor'))).toEqual([])
})
