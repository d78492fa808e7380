import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { AddComment } from '@/contracts/comment'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { readChangeRequest } from '../change-requests/read-change-request'
import { requestSubject } from '../change-requests/request-subject'
import { saveEdits } from '../change-requests/save-edits'
import { Failed } from '../fail'
import { addComment } from './add-comment'
import { deleteComment } from './delete-comment'
import { editComment } from './edit-comment'
import { listComments } from './list-comments'
import { reopenThread, resolveThread } from './settle-thread'

const schema = (...names: string[]) => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
})
const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })
const edit = (key: string, ...names: string[]): EditInput => ({ ...rule(key), jsonSchema: schema(...names) })

let world: TestContext
let author: Context
let steward: Context
let plan: string
let request: ChangeRequestView

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sue Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  const { planId } = await aPlan(world.ctx)
  plan = planId
  await world.ctx.transaction((stores) =>
    stores.rules.writeVersion(plan, {
      version: 1,
      at: world.ctx.now(),
      by: 'T',
      note: '',
      changeRequest: null,
      steps: ['A', 'B'].map((key) => ({ kind: 'add', rule: aRule(key, schema('old')) })),
    }),
  )
  request = await createChangeRequest(author, { plan, title: 'Change', edits: [edit('A', 'old', 'total')] })
})

const name = () => ({ plan, number: request.number })
const say = (ctx: Context, body: string, at: Omit<AddComment, 'body'> = {}) =>
  addComment(ctx, { ...name(), body, ...at })
const read = (ctx: Context = author) => readChangeRequest(ctx, name())
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Failed ? error.failure : error
}

test('threads stand on the request, a rule or a place, with replies, oldest first', async () => {
  const whole = await say(steward, 'Why?')
  await say(steward, 'This event?', { rule: rule('A') })
  const place = await say(steward, 'A number?', { rule: rule('A'), pointer: '/total' })
  await say(author, 'Since May.', { thread: whole.thread })
  expect(place).toMatchObject({ rule: rule('A'), pointer: '/total', author: 'Sue Steward', deleted: false })

  const { threads, unresolved, timeline } = await read()
  expect(
    threads.map(({ rule: on, pointer, comments }) => [on?.key, pointer, comments.map(({ body }) => body)]),
  ).toEqual([
    [undefined, null, ['Why?', 'Since May.']],
    ['A', null, ['This event?']],
    ['A', '/total', ['A number?']],
  ])
  expect(unresolved).toBe(3)
  expect(timeline.map(({ kind }) => kind)).toEqual(['change-request-created'])
  const { data } = await listChangeRequests(author, { plan, limit: 10 })
  expect(data[0]?.unresolved).toBe(3)

  const first = await listComments(author, { ...name(), limit: 3 })
  const second = await listComments(author, { ...name(), limit: 3, cursor: first.nextCursor ?? '' })
  expect([...first.data, ...second.data].map(({ id }) => id)).toHaveLength(4)
  expect(second.nextCursor).toBeNull()
})

test('people change and take back their own words only', async () => {
  const said = await say(steward, 'Secret: 123')
  const other = { ...name(), id: said.id }
  expect(await failure(editComment(author, { ...other, body: 'x' }))).toMatchObject({ code: 'not-allowed' })
  expect(await failure(deleteComment(author, other))).toMatchObject({ code: 'not-allowed' })
  const seenBy = async (ctx: Context) => (await read(ctx)).threads[0]?.comments[0]
  expect((await seenBy(author))?.can).toMatchObject({ edit: false, delete: false })
  expect((await seenBy(steward))?.can).toMatchObject({ edit: true, delete: true })

  expect(await editComment(steward, { ...other, body: 'Better words' })).toMatchObject({
    body: 'Better words',
    editedAt: world.ctx.now(),
  })
  await deleteComment(steward, other)
  expect(await seenBy(steward)).toMatchObject({
    body: '',
    deleted: true,
    can: { edit: false, delete: false },
  })
  expect((await read()).unresolved).toBe(0)
  expect(await failure(editComment(steward, { ...other, body: 'x' }))).toMatchObject({ code: 'wrong-state' })

  const entries = await world.ctx.transaction(({ audit }) =>
    audit.ofSubject(requestSubject(plan, request.number)),
  )
  expect(entries.map(({ action }) => action).slice(0, 3)).toEqual([
    'comment-deleted',
    'comment-edited',
    'comment-added',
  ])
  // The chain keeps everything for ever, so it holds none of the words.
  expect(JSON.stringify(entries)).not.toContain('Secret')
})

test('a thread is resolved and reopened by whoever may comment', async () => {
  const { thread: id } = await say(steward, 'Why?')
  expect(await resolveThread(author, { ...name(), id })).toMatchObject({ resolved: { by: 'Ann Author' } })
  expect((await resolveThread(steward, { ...name(), id })).resolved).toMatchObject({ by: 'Ann Author' })
  expect((await read()).unresolved).toBe(0)
  expect((await reopenThread(steward, { ...name(), id })).resolved).toBeNull()
  expect(await read()).toMatchObject({ unresolved: 1, threads: [{ resolved: null }] })
})

test('a thread whose place is gone stays, and says so', async () => {
  await say(steward, 'On the rule', { rule: rule('A') })
  await say(steward, 'On the place', { rule: rule('A'), pointer: '/total' })
  const outdated = async () => (await read()).threads.map((thread) => thread.outdated)
  expect(await outdated()).toEqual([false, false])
  const save = async (...edits: EditInput[]) =>
    saveEdits(author, { ...name(), edits, fingerprint: (await read()).fingerprint })
  await save(edit('A', 'old', 'sum'))
  expect(await outdated()).toEqual([false, true])
  await save(edit('B', 'old', 'total'))
  expect(await outdated()).toEqual([true, true])
  expect((await read()).threads.map(({ comments }) => comments[0]?.body)).toEqual([
    'On the rule',
    'On the place',
  ])
})

describe('refused are', () => {
  test('places that the edits do not have', async () => {
    expect(await failure(say(steward, 'x', { rule: rule('B') }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'rule' }],
    })
    expect(await failure(say(steward, 'x', { rule: rule('A'), pointer: '/sum' }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'pointer' }],
    })
  })

  test('threads and comments of another request', async () => {
    const { thread, id } = await say(steward, 'x')
    const elsewhere = await createChangeRequest(author, { plan, title: 'Other', edits: [edit('B', 'new')] })
    const there = { plan, number: elsewhere.number }
    for (const work of [
      () => addComment(steward, { ...there, body: 'x', thread }),
      () => resolveThread(steward, { ...there, id: thread }),
      () => editComment(steward, { ...there, id, body: 'x' }),
      () => deleteComment(steward, { ...there, id }),
    ])
      expect(await failure(work())).toMatchObject({ code: 'not-found' })
  })

  test('viewers who write', async () => {
    const viewer = await world.as('viewer')
    const { thread: id } = await say(steward, 'x')
    expect(await failure(say(viewer, 'x'))).toMatchObject({ code: 'not-allowed' })
    expect(await failure(resolveThread(viewer, { ...name(), id }))).toMatchObject({ code: 'not-allowed' })
    expect((await read(viewer)).can.comment).toBe(false)
  })

  test('words about what is over, except to take them back', async () => {
    const { id, thread } = await say(steward, 'x')
    await closeChangeRequest(author, name())
    for (const work of [
      () => say(steward, 'late'),
      () => say(steward, 'late', { thread }),
      () =>
        giveReview(steward, {
          ...name(),
          verdict: 'comment',
          body: 'late',
          fingerprint: request.fingerprint,
        }),
      () => editComment(steward, { ...name(), id, body: 'late' }),
      () => resolveThread(steward, { ...name(), id: thread }),
    ])
      expect(await failure(work())).toMatchObject({ code: 'wrong-state', status: 'closed' })
    expect((await read()).can.comment).toBe(false)
    await deleteComment(steward, { ...name(), id })
    expect((await read()).threads[0]?.comments).toMatchObject([{ deleted: true }])
  })
})

describe('at the same time', () => {
  test('a request is closed and commented on: what was said was said before, or is refused', async () => {
    const [, refused] = await Promise.all([
      closeChangeRequest(author, name()),
      failure(say(steward, 'Wait!')),
    ])
    const { threads, status } = await read()
    expect(status).toBe('closed')
    expect(threads).toHaveLength(refused === null ? 1 : 0)
    if (refused !== null) expect(refused).toMatchObject({ code: 'wrong-state' })
  })

  test('a comment is deleted and answered: the reply stands', async () => {
    const { id, thread } = await say(steward, 'x')
    await Promise.all([deleteComment(steward, { ...name(), id }), say(author, 'A reply', { thread })])
    expect((await read()).threads).toMatchObject([{ comments: [{ deleted: true }, { body: 'A reply' }] }])
  })

  test('ten people speak: nobody is lost', async () => {
    const words = Array.from({ length: 10 }, (_, at) => `Word ${at}`)
    await Promise.all(words.map((body) => say(steward, body)))
    const { threads } = await read()
    expect(threads.map(({ comments }) => comments[0]?.body).sort()).toEqual(words)
  })
})
