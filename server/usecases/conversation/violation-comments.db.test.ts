import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { readOverview } from '../overview/read-overview'
import { commentOnViolation } from './comment-on-violation'
import { deleteViolationComment } from './delete-violation-comment'
import { editViolationComment } from './edit-violation-comment'
import { listViolationComments } from './list-violation-comments'

let world: TestContext
let ann: Context
let victor: Context
let id: string
let sent = 0

beforeAll(async () => {
  world = await testContext({ role: 'contributor' })
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow('2026-01-05T09:00:00.000Z')
  sent += 1
  ann = await world.as('contributor', `Ann ${sent}`)
  victor = await world.as('viewer', `Victor ${sent}`)
  const { planId } = await aPlan(world.ctx)
  id = await world.ctx.transaction(async ({ violations }) => {
    const occurrence = anOccurrence(planId, { key: `${sent}` })
    await violations.fold([occurrence], { now: world.ctx.now(), newId: world.ctx.newId })
    return [...(await violations.idsOf([occurrence.fingerprint])).values()][0] ?? ''
  })
})

const said = async (ctx: Context) =>
  (await listViolationComments(ctx, { id })).data.map(({ author, body, mentions }) => [
    author,
    body,
    mentions,
  ])
const asked = async (ctx: Context) =>
  (await readOverview(ctx)).suggestions
    .filter(({ action }) => action === 'Answer')
    .map(({ count, href }) => [count, href])

test('whoever is mentioned may answer, is told until they do, and nobody else below a contributor may', async () => {
  const name = victor.actor.name
  expect((await listViolationComments(victor, { id })).can).toEqual({ say: false })
  expect(await failureOf(commentOnViolation(victor, { id, body: 'Me too' }))).toMatchObject({
    code: 'not-allowed',
  })
  await commentOnViolation(ann, { id, body: `Is this yours, @${name}?` })
  expect(await said(ann)).toEqual([[ann.actor.name, `Is this yours, @${name}?`, [name]]])
  expect(await asked(victor)).toEqual([[1, `/violations/${id}`]])
  expect(await asked(ann)).toEqual([])
  expect((await listViolationComments(victor, { id })).can).toEqual({ say: true })

  world.setNow('2026-01-05T09:01:00.000Z')
  await commentOnViolation(victor, { id, body: 'It is.' })
  expect(await asked(victor)).toEqual([])
  expect((await said(ann)).map(([author]) => author)).toEqual([ann.actor.name, name])
})

test('one’s own words are changed and taken back, by nobody else, and the log keeps that but not the words', async () => {
  const comment = await commentOnViolation(ann, { id, body: 'Teh app' })
  expect(comment.can).toEqual({ edit: true, delete: true })
  const bob = await world.as('admin', 'Bob')
  expect((await listViolationComments(bob, { id })).data[0]?.can).toEqual({ edit: false, delete: false })
  expect(await failureOf(editViolationComment(bob, { id: comment.id, body: 'x' }))).toMatchObject({
    code: 'not-allowed',
  })
  const edited = await editViolationComment(ann, { id: comment.id, body: 'The app' })
  expect(edited).toMatchObject({ body: 'The app', editedAt: '2026-01-05T09:00:00.000Z' })
  await deleteViolationComment(ann, { id: comment.id })
  expect((await listViolationComments(bob, { id })).data).toMatchObject([{ body: '', deleted: true }])
  expect(await failureOf(editViolationComment(ann, { id: comment.id, body: 'x' }))).toMatchObject({
    code: 'wrong-state',
  })
  const log = await world.ctx.transaction(({ audit }) => audit.ofSubject(`violation:${id}`))
  expect(log.map(({ action }) => action)).toEqual([
    'violation-comment-deleted',
    'violation-comment-edited',
    'violation-comment-added',
  ])
  expect(JSON.stringify(log)).not.toMatch(/Te?he? app/)
})

test('of a violation that is not known nothing is said', async () => {
  for (const work of [
    () => listViolationComments(ann, { id: 'none' }),
    () => commentOnViolation(ann, { id: 'none', body: 'x' }),
    () => editViolationComment(ann, { id: 'none', body: 'x' }),
    () => deleteViolationComment(ann, { id: 'none' }),
  ])
    expect(await failureOf(work())).toMatchObject({ code: 'not-found' })
})
