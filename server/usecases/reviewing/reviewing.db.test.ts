import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { EditInput } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
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
import { markLooked } from './mark-looked'
import { readRequestEdit } from './read-request-edit'
import { readReview } from './read-review'

const schema = (properties: object) => ({
  type: 'object',
  properties: { properties: { type: 'object', properties } },
})
const text = { type: 'string' }
const keys = Array.from({ length: 6 }, (_, i) => `Event ${i}`)
const edit = (key: string, properties: object): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema: schema(properties),
})

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
      steps: keys.map((key) => ({ kind: 'add', rule: aRule(key, schema({ old: text })) })),
    }),
  )
  const edits = keys.map((key, at) =>
    edit(key, at < 2 ? { old: { type: 'integer' } } : { old: text, total: text }),
  )
  number = (await createChangeRequest(author, { plan, title: 'Change', edits })).number
  await submitChangeRequest(author, name())
})

const name = () => ({ plan, number })
const groupsOf = ({ groups }: ReviewView) => groups.map(({ edits }) => edits.map(({ key }) => key))
const decided = ({ groups }: ReviewView) =>
  groups.map(({ edits }) => [
    ...new Set(
      edits.map(({ decision }) => decision && `${decision.verdict}${decision.changed ? ' changed' : ''}`),
    ),
  ])

test('edits that do the same come as one thing to decide, and a verdict on it covers exactly them', async () => {
  const view = await readReview(steward, name())
  expect(groupsOf(view)).toEqual([keys.slice(0, 2), keys.slice(2)])
  expect(view.groups[0]?.changes.map(({ sentence }) => sentence)).toEqual([
    'old has another type: string → integer',
  ])
  expect(decided(view)).toEqual([[null], [null]])

  const rules = view.groups[1]?.edits.map(({ type, key, version }) => ({ type, key, version })) ?? []
  const { fingerprint } = view
  await giveReview(steward, { ...name(), verdict: 'approve', fingerprint, rules })
  const after = await readReview(steward, name())
  expect(decided(after)).toEqual([[null], ['approve']])
  expect(after.status).toBe('in-review')
  expect(after.timeline.map(({ sentence }) => sentence)).toContain('approved 4 edits')
  expect(decided(await readReview(viewer, name()))).toEqual([[null], [null]])
})

test('what was looked at is kept for oneself, until the edit is another one', async () => {
  const { fingerprint } = await readReview(viewer, name())
  await markLooked(viewer, { ...name(), fingerprint })
  expect(decided(await readReview(viewer, name()))).toEqual([['looked'], ['looked']])
  expect(decided(await readReview(steward, name()))).toEqual([[null], [null]])

  const edits = keys.map((key, at) =>
    edit(key, at < 2 ? { old: { type: 'number' } } : { old: text, total: text }),
  )
  await saveEdits(author, { ...name(), edits, fingerprint })
  const changed = await readReview(viewer, name())
  expect(decided(changed)).toEqual([['looked changed'], ['looked']])
  await expect(markLooked(viewer, { ...name(), fingerprint })).rejects.toMatchObject({
    failure: { code: 'stale' },
  })
  await markLooked(viewer, {
    ...name(),
    fingerprint: changed.fingerprint,
    rules: [{ type: 'TRACK', key: 'Event 0', version: 1 }],
  })
  expect(
    (await readReview(viewer, name())).groups[0]?.edits.map(({ decision }) => decision?.changed),
  ).toEqual([false, true])
})

test('an edit is read in full by its name', async () => {
  const whole = await readChangeRequest(steward, name())
  const one = await readRequestEdit(steward, { ...name(), type: 'TRACK', key: 'Event 3', version: 1 })
  expect(one.edit).toEqual(whole.edits[3])
  expect(one.changes).toEqual(whole.changes.filter(({ rule }) => rule.key === 'Event 3'))
  const missing = readRequestEdit(steward, { ...name(), type: 'TRACK', key: 'Other', version: 1 })
  await expect(missing).rejects.toBeInstanceOf(Failed)
})
