import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { pruneJobs } from '../jobs/prune-jobs'
import { bePresent } from './be-present'
import { leaveRequest } from './leave-request'

let world: TestContext
let author: Context
let steward: Context
let plan: string
let number: number

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sue Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow('2026-01-05T09:00:00.000Z')
  plan = (await aPlan(world.ctx)).planId
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(plan, {
      version: 1,
      at: world.ctx.now(),
      by: 'T',
      note: '',
      changeRequest: null,
      steps: [],
    }),
  )
  const edits = [{ type: 'TRACK' as const, key: 'A/1', version: 1, jsonSchema: {} }]
  number = (await createChangeRequest(author, { plan, title: 'Change', edits })).number
})

const rule = { type: 'TRACK' as const, key: 'A/1', version: 1 }
const name = () => ({ plan, number })
const seenBy = async (ctx: Context, tab = 'tab-of-theirs') =>
  (await bePresent(ctx, { ...name(), tab })).people.map((person) => [
    person.name,
    person.editing.map(({ key }) => key),
  ])

test('people on one request see each other, and what the other edits; never themselves', async () => {
  expect(await seenBy(author, 'first-tab')).toEqual([])
  expect(await seenBy(author, 'second-tab')).toEqual([])
  expect(await seenBy(steward)).toEqual([['Ann Author', []]])
  await bePresent(author, { ...name(), tab: 'second-tab', rule })
  expect(await seenBy(steward)).toEqual([['Ann Author', ['A/1']]])
  await bePresent(author, { ...name(), tab: 'second-tab' })
  expect(await seenBy(steward)).toEqual([['Ann Author', []]])
})

test('who leaves is gone at once; who goes silent, after twelve seconds', async () => {
  await bePresent(author, { ...name(), tab: 'author-tab' })
  await leaveRequest(steward, { ...name(), id: 'author-tab' })
  expect(await seenBy(steward)).toEqual([['Ann Author', []]])
  await leaveRequest(author, { ...name(), id: 'author-tab' })
  expect(await seenBy(steward)).toEqual([])

  await bePresent(author, { ...name(), tab: 'author-tab' })
  world.setNow('2026-01-05T09:00:12.000Z')
  expect(await seenBy(steward)).toEqual([['Ann Author', []]])
  world.setNow('2026-01-05T09:00:12.001Z')
  expect(await seenBy(steward)).toEqual([])
})

test('another request is another place, and one that is not there is not found', async () => {
  await bePresent(author, { ...name(), tab: 'author-tab' })
  const other = await createChangeRequest(author, { plan, title: 'Other', edits: [] })
  expect((await bePresent(steward, { plan, number: other.number, tab: 'steward-tab' })).people).toEqual([])
  await expect(bePresent(steward, { plan, number: 99, tab: 'steward-tab' })).rejects.toMatchObject({
    failure: { code: 'not-found' },
  })
})

test('everybody at once leaves everybody there', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      bePresent(at % 2 ? author : steward, { ...name(), tab: `some-tab-${at % 4}` }),
    ),
  )
  expect(await seenBy(author)).toEqual([['Sue Steward', []]])
})

test('what is long gone is dropped', async () => {
  await bePresent(author, { ...name(), tab: 'author-tab' })
  world.setNow('2026-01-05T11:00:00.000Z')
  await pruneJobs(world.ctx)
  const left = await world.ctx.transaction(({ presence, changeRequests }) =>
    changeRequests
      .find(plan, number)
      .then((request) => presence.since(request?.id ?? '', '2020-01-01T00:00:00.000Z')),
  )
  expect(left).toEqual([])
})
