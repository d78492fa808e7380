import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveCall } from '@/server/ports/live-store'
import { aFollowingSource } from '@/testing/a-following-source'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
let workspaceId: string
beforeAll(async () => {
  world = await testContext()
  workspaceId = (await aFollowingSource(world.ctx, [], null)).workspaceId
})
afterAll(() => world.drop())

const calls = (sourceId: string, keyEnding: string | null, count: number): LiveCall[] =>
  Array.from({ length: count }, () => ({
    ...{ id: world.ctx.newId(), workspaceId, sourceId, keyEnding, at: world.ctx.now() },
    ...{ callType: 'track', event: 'Seat Reserved', call: {}, masked: [], skipped: 0 },
    verdict: { is: 'not-judged', reason: 'No plan judges it.' },
  }))

const add = (...added: readonly LiveCall[]) => world.ctx.transaction(({ live }) => live.add(added))
const kept = async (sourceId: string, keyEnding?: string) =>
  (
    await world.ctx.transaction(({ live }) =>
      live.newest({ workspaceId, sourceId, ...(keyEnding ? { keyEnding } : {}) }, 10_000),
    )
  ).map(({ id }) => id)

test('keeps the newest 300 calls of each write key, however many came by another', async () => {
  const quiet = calls('web', 'idle', 2)
  const busy = calls('web', 'busy', 450)
  await add(...quiet)
  await add(...calls('other', 'busy', 1))
  await add(...busy.slice(0, 200))
  await add(...busy.slice(200))
  const idsOf = (some: readonly LiveCall[]) => some.map(({ id }) => id).sort()
  expect((await kept('web', 'idle')).sort()).toEqual(idsOf(quiet))
  expect((await kept('web', 'busy')).sort()).toEqual(idsOf(busy).slice(150))
  expect(await kept('other')).toHaveLength(1)
})

test('keeps 3,000 calls of a source, also where its keys were changed again and again', async () => {
  await add(...calls('rotating', null, 100))
  for (let i = 0; i < 11; i += 1) await add(...calls('rotating', `key${i}`, 290))
  expect(await kept('rotating')).toHaveLength(3_000)
  expect(await kept('rotating', 'key0')).toHaveLength(3_000 - 10 * 290)
  expect(await kept('rotating', 'key10')).toHaveLength(290)
})
