import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { readChangeRequest } from '../change-requests/read-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { Failed } from '../fail'
import { addComment } from './add-comment'
import { deleteComment } from './delete-comment'
import { takeSuggestion } from './take-suggestion'

const schema = (type: string) => ({ properties: { total: { type } } })
const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })
const edit = (key: string, type: string): EditInput => ({ ...rule(key), jsonSchema: schema(type) })

let world: TestContext
let author: Context
let steward: Context
let other: Context
let plan: string
let request: ChangeRequestView

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  steward = await world.as('steward', 'Sue Steward')
  other = await world.as('steward', 'Sam Steward')
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
      steps: ['A', 'B'].map((key) => ({ kind: 'add', rule: aRule(key, schema('string')) })),
    }),
  )
  const edits = [edit('A', 'number'), edit('B', 'number')]
  const { number } = await createChangeRequest(author, { plan, title: 'Change', edits })
  request = await submitChangeRequest(author, { plan, number })
})

const name = () => ({ plan, number: request.number })
const suggest = (ctx: Context, suggestion = '{"type":"integer"}', pointer = '/total') =>
  addComment(ctx, { ...name(), body: 'Rather:', rule: rule('A'), pointer, suggestion })
const take = (ctx: Context, id: string, fingerprint = request.fingerprint) =>
  takeSuggestion(ctx, { ...name(), id, fingerprint })
const read = (ctx: Context = author) => readChangeRequest(ctx, name())
const approve = async (ctx: Context) =>
  giveReview(ctx, { ...name(), verdict: 'approve', fingerprint: (await read()).fingerprint })
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Failed ? error.failure : error
}
const typeOf = ({ edits }: ChangeRequestView, key: string) => {
  const after = edits.find((each) => each.key === key)?.after as ReturnType<typeof schema> | undefined
  return after?.properties.total.type
}

test('the author takes a suggestion over: edit, thread and timeline say so', async () => {
  const said = await suggest(steward)
  expect((await read()).threads[0]?.comments[0]).toMatchObject({
    suggestion: {
      text: '{"type":"integer"}',
      applied: null,
      changes: [{ sentence: 'total takes fewer types: number → integer' }],
    },
    can: { apply: true },
  })
  const taken = await take(author, said.id)
  expect([typeOf(taken, 'A'), typeOf(taken, 'B')]).toEqual(['integer', 'number'])
  expect(taken.threads).toMatchObject([
    {
      resolved: { by: 'Ann Author' },
      comments: [{ suggestion: { applied: { by: 'Ann Author' } }, can: { apply: false } }],
    },
  ])
  expect(taken.timeline.at(-1)).toMatchObject({
    by: 'Ann Author',
    sentence: 'took over a suggestion of Sue Steward',
  })
  expect(await failure(take(author, said.id, taken.fingerprint))).toMatchObject({ code: 'wrong-state' })
})

test('of the event itself, other words can be suggested and taken over', async () => {
  const said = await suggest(steward, '{"description":"Sent once."}', '')
  expect(said.suggestion?.changes.map(({ sentence }) => sentence)).toEqual([
    'The description of the event was added',
  ])
  const taken = await take(author, said.id)
  expect(taken.edits.find(({ key }) => key === 'A')?.after).toEqual({
    ...schema('number'),
    description: 'Sent once.',
  })
  expect(await failure(suggest(steward, '{"type":"object"}', ''))).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'suggestion' }],
  })
})

test('whoever suggested it has written it, so cannot approve; somebody else can', async () => {
  const said = await suggest(steward)
  await take(author, said.id)
  expect(await failure(approve(steward))).toMatchObject({ code: 'own-edits' })
  expect((await approve(other)).approvals.at(-1)).toMatchObject({ by: 'Sam Steward', counts: true })
})

test('a suggestion that nobody took over takes no approval away', async () => {
  await suggest(steward)
  expect((await approve(steward)).approvals.at(-1)).toMatchObject({ by: 'Sue Steward', counts: true })
})

test('taking it over asks again for the approval of that rule only', async () => {
  const said = await suggest(author)
  await approve(other)
  const { approvals } = await take(author, said.id)
  expect(approvals[0]?.covers).toEqual([rule('B')])
})

test('only whoever may edit takes it over', async () => {
  const said = await suggest(steward)
  const stranger = await world.as('contributor', 'Bo')
  expect((await read(stranger)).threads[0]?.comments[0]?.can.apply).toBe(false)
  expect(await failure(take(stranger, said.id))).toMatchObject({ code: 'not-allowed' })
  expect(typeOf(await take(other, said.id), 'A')).toBe('integer')
})

test.each([
  ['no JSON', '{', '/total', 'suggestion'],
  ['no schema', '1', '/total', 'suggestion'],
  ['for a place that is not there', '{}', '/sum', 'pointer'],
])('a suggestion that is %s is refused', async (_, suggestion, pointer, path) =>
  expect(await failure(suggest(steward, suggestion, pointer))).toMatchObject({
    code: 'invalid-input',
    fields: [{ path }],
  }),
)

test('nothing is applied to edits that have moved, where the place is gone, or what was taken back', async () => {
  const said = await suggest(steward)
  const saved = await saveEdits(author, {
    ...name(),
    fingerprint: request.fingerprint,
    edits: [{ ...rule('A'), jsonSchema: { properties: {} } }],
  })
  expect(await failure(take(author, said.id))).toMatchObject({ code: 'stale' })
  expect(await failure(take(author, said.id, saved.fingerprint))).toMatchObject({ code: 'wrong-state' })
  await deleteComment(steward, { ...name(), id: said.id })
  expect((await read()).threads[0]?.comments[0]?.suggestion).toBeNull()
  expect(await failure(take(author, said.id, saved.fingerprint))).toMatchObject({ code: 'wrong-state' })
})

test('of a save and a suggestion at the same time one wins, and the other is told', async () => {
  const said = await suggest(steward)
  const save = saveEdits(author, {
    ...name(),
    fingerprint: request.fingerprint,
    edits: [edit('A', 'boolean'), edit('B', 'number')],
  })
  const failed = await Promise.all([failure(save), failure(take(other, said.id))])
  const winner = failed.indexOf(null)
  expect(failed[1 - winner]).toMatchObject({ code: 'stale' })
  const after = await read()
  expect(typeOf(after, 'A')).toBe(winner === 0 ? 'boolean' : 'integer')
  expect(after.threads[0]?.resolved === null).toBe(winner === 0)
})

test('two who take it over at once change the edit once', async () => {
  const said = await suggest(steward)
  const failed = await Promise.all([failure(take(author, said.id)), failure(take(other, said.id))])
  expect(failed.filter((each) => each === null)).toHaveLength(1)
  expect(failed.filter((each) => each !== null)).toMatchObject([{ code: 'stale' }])
})
