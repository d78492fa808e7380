import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EditInput } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { readChangeRequest } from '../change-requests/read-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { addComment } from '../conversation/add-comment'
import { Failed } from '../fail'
import { readPolicy } from '../policies/read-policy'
import { savePolicy } from '../policies/save-policy'
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

describe('once the checks have ended', () => {
  const outsideRe2 = { ...text, pattern: '(?=a)' }
  const edits = keys.map((key, at) =>
    edit(key, at < 2 ? { old: { type: 'integer' } } : { old: text, total: at < 4 ? text : outsideRe2 }),
  )
  const query = async (sql: string) => {
    const client = new Client({ connectionString: world.databaseUrl })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  /** Texts that nobody can read, where nobody has to. */
  const spoilTexts = (but = '') =>
    query(`update change_request_edit set before_text = '', after_text = '' where key <> '${but}'`)

  let view: ReviewView
  beforeEach(async () => {
    const { fingerprint } = await readReview(author, name())
    await saveEdits(author, { ...name(), edits, fingerprint })
    await checked(author, await readChangeRequest(author, name()))
    view = await readReview(steward, name())
    expect(groupsOf(view)).toEqual([keys.slice(0, 2), keys.slice(2, 4), keys.slice(4)])
    expect(view.checks.find(({ name: check }) => check === 'segment-limits')?.findings).toHaveLength(2)
  })

  test('a request is looked at without the texts of its edits, in lists too', async () => {
    const list = await listChangeRequests(steward, { plan, limit: 10 })
    await spoilTexts()
    expect(await readReview(steward, name())).toEqual(view)
    expect(await listChangeRequests(steward, { plan, limit: 10 })).toEqual(list)
  })

  test('what was judged before there were digests is told by its texts', async () => {
    await query('update judged_edit set digest = null')
    expect(await readReview(steward, name())).toEqual(view)
  })

  test('only what they have still to come to is told by its text', async () => {
    const { fingerprint } = view
    const changed = edits.with(1, edit('Event 1', { old: { type: 'number' } }))
    await saveEdits(author, { ...name(), edits: changed, fingerprint })
    await spoilTexts('Event 1')
    const { groups } = await readReview(steward, name())
    expect(groups.flatMap((group) => group.changes.map(({ pending }) => pending === true))).toEqual(
      groups.map((group) => group.edits[0]?.key === 'Event 1'),
    )
    const unchanged = ({ edits: [first] }: ReviewView['groups'][number]) =>
      first?.key !== 'Event 0' && first?.key !== 'Event 1'
    expect(groups.filter(unchanged)).toEqual(view.groups.filter(unchanged))
  })

  test('the words about an edit stand beside its text', async () => {
    const rule = { type: 'TRACK' as const, key: 'Event 0', version: 1 }
    await addComment(steward, { ...name(), rule, pointer: '/properties/old', body: 'Why?' })
    const { threads } = await readReview(steward, name())
    expect(threads.map(({ outdated }) => outdated)).toEqual([false])
  })

  test('a policy that goes by what the edits do, or by what they say, is asked with that', async () => {
    const missing = async () =>
      (await readReview(steward, name())).gates.find(({ code }) => code === 'approvals-missing')?.message
    const usual = await missing()
    const { policy } = await readPolicy(steward, { plan })
    await savePolicy(world.ctx, { plan, policy: { ...policy, breaking: 3 }, revision: 0 })
    const whole = await missing()
    expect(whole).not.toBe(usual)
    await query('update judged_edit set digest = null')
    expect(await missing()).toBe(whole)
  })
})

test('an edit is read in full by its name', async () => {
  const whole = await readChangeRequest(steward, name())
  const one = await readRequestEdit(steward, { ...name(), type: 'TRACK', key: 'Event 3', version: 1 })
  expect(one.edit).toEqual(whole.edits[3])
  expect(one.changes).toEqual(whole.changes.filter(({ rule }) => rule.key === 'Event 3'))
  const missing = readRequestEdit(steward, { ...name(), type: 'TRACK', key: 'Other', version: 1 })
  await expect(missing).rejects.toBeInstanceOf(Failed)
})
