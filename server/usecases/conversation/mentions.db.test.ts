import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { type TestContext, testContext } from '@/testing/context'
import { personOf } from '../authorize'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { readChangeRequest } from '../change-requests/read-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { Failed } from '../fail'
import { readFrame } from '../overview/read-frame'
import { readOverview } from '../overview/read-overview'
import { addComment } from './add-comment'
import { deleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { resolveThread } from './settle-thread'

let world: TestContext
let author: Context
let steward: Context
let viewer: Context
let plan: string
let number: number

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sue Steward')
  viewer = await world.as('viewer', 'Vic Viewer')
})
afterAll(() => world.drop())
beforeEach(async () => {
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
  const edits = [{ type: 'TRACK' as const, key: 'A', version: 1, jsonSchema: {} }]
  number = (await createChangeRequest(author, { plan, title: 'Change', edits })).number
})

const name = () => ({ plan, number })
const say = (ctx: Context, body: string, thread?: string) =>
  addComment(ctx, { ...name(), body, ...(thread === undefined ? {} : { thread }) })
const waiting = async (ctx: Context) =>
  (await listChangeRequests(ctx, { plan, waitingForMe: true, limit: 10 })).data.map((each) => [
    each.number,
    each.mentionsYou,
  ])
const mentioned = () => [[number, true]]

test('whoever is mentioned finds it in what waits, everywhere, until they have answered', async () => {
  const said = await say(steward, 'Why, @Ann Author?')
  expect(said.mentions).toEqual(['Ann Author'])
  expect(await waiting(author)).toEqual(mentioned())
  expect((await readOverview(author)).waitingForMe).toContainEqual(
    expect.objectContaining({ number, mentionsYou: true, plan: expect.objectContaining({ id: plan }) }),
  )
  const before = (await readFrame(author)).waitingForMe
  expect(await waiting(viewer)).toEqual([])
  expect(await waiting(steward)).toEqual([])

  await say(author, 'Finance asks.', said.thread)
  expect(await waiting(author)).toEqual([])
  expect((await readFrame(author)).waitingForMe).toBe(before - 1)
})

test('it waits no more when the thread is resolved, the words are gone or changed, or the request is over', async () => {
  const ends: readonly ((said: { id: string; thread: string }) => Promise<unknown>)[] = [
    ({ thread }) => resolveThread(steward, { ...name(), id: thread }),
    ({ id }) => deleteComment(steward, { ...name(), id }),
    ({ id }) => editComment(steward, { ...name(), id, body: 'Never mind.' }),
    () => closeChangeRequest(author, name()),
  ]
  for (const end of ends) {
    const said = await say(steward, 'See this, @Vic Viewer')
    expect(await waiting(viewer)).toEqual(mentioned())
    await end(said)
    expect(await waiting(viewer)).toEqual([])
  }
})

test('the words of a review mention people as well', async () => {
  const { fingerprint } = await submitChangeRequest(author, name())
  const body = 'Ask @Vic Viewer, @Ann Author.'
  await giveReview(steward, { ...name(), verdict: 'request-changes', body, fingerprint })
  expect(await waiting(author)).toEqual(mentioned())
  expect(await waiting(viewer)).toEqual(mentioned())
  await say(author, 'Asked.')
  expect(await waiting(author)).toEqual([])
})

describe('whoever is mentioned may answer', () => {
  test('a viewer in that thread, and change the own words there; nowhere else', async () => {
    const asked = await say(steward, 'Does it fit, @Vic Viewer?')
    const other = await say(steward, 'Something else')
    expect(await refused(say(viewer, 'x', other.thread))).toBe('not-allowed')
    expect(await refused(say(viewer, 'x'))).toBe('not-allowed')
    const threadsFor = async (ctx: Context) =>
      (await readChangeRequest(ctx, name())).threads.map(({ can }) => [can.answer, can.settle])
    expect(await threadsFor(viewer)).toEqual([
      [true, false],
      [false, false],
    ])
    const { id } = await say(viewer, 'It does.', asked.thread)
    await editComment(viewer, { ...name(), id, body: 'It does indeed.' })
    await deleteComment(viewer, { ...name(), id })
    expect(await refused(resolveThread(viewer, { ...name(), id: asked.thread }))).toBe('not-allowed')
  })

  test('not any more once the words that asked are gone, and not by their own words', async () => {
    const asked = await say(steward, 'Does it fit, @Vic Viewer?')
    await say(viewer, 'I am @Vic Viewer.', asked.thread)
    await editComment(steward, { ...name(), id: asked.id, body: 'Never mind.' })
    expect(await refused(say(viewer, 'x', asked.thread))).toBe('not-allowed')
  })

  test('a viewer whom a review mentions, about the request as a whole', async () => {
    const { fingerprint } = await submitChangeRequest(author, name())
    expect((await readChangeRequest(viewer, name())).can).toMatchObject({ comment: false, answer: false })
    await giveReview(steward, {
      ...name(),
      verdict: 'request-changes',
      body: 'Ask @Vic Viewer.',
      fingerprint,
    })
    expect((await readChangeRequest(viewer, name())).can).toMatchObject({ comment: false, answer: true })
    const rule = { type: 'TRACK' as const, key: 'A', version: 1 }
    expect(await refused(addComment(viewer, { ...name(), body: 'x', rule }))).toBe('not-allowed')
    await say(viewer, 'Finance wants it.')
  })
})

const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Failed ? error.failure.code : error),
  )

test('what waits for review and for an answer is one list', async () => {
  const { number: second } = await createChangeRequest(author, {
    plan,
    title: 'Other',
    edits: [{ type: 'TRACK', key: 'B', version: 1, jsonSchema: {} }],
  })
  await submitChangeRequest(author, { plan, number: second })
  await say(author, 'A draft, but @Sue Steward should know.')
  expect((await waiting(steward)).sort()).toEqual([
    [number, true],
    [second, false],
  ])
})

test('who is gone is plain text', async () => {
  const leaver = await world.as('contributor', 'Lou Leaver')
  await say(steward, 'Ask @Lou Leaver')
  const mentions = async () => (await readChangeRequest(author, name())).threads[0]?.comments[0]?.mentions
  expect(await mentions()).toEqual(['Lou Leaver'])
  await world.ctx.transaction(({ people }) => people.remove(personOf(leaver.actor), world.ctx.now()))
  expect(await mentions()).toEqual([])
})
