import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SaveDigest } from '@/contracts/digest'
import type { Context } from '@/server/ports/context'
import type { Mail, Sent } from '@/server/ports/notifier'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { createChangeRequest } from '../change-requests/create-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { commentOnViolation } from '../conversation/comment-on-violation'
import { Failed } from '../fail'
import { listJobs } from '../jobs/list-jobs'
import { changeViolation } from '../violations/change-violation'
import { readDigest } from './read-digest'
import { saveDigest } from './save-digest'
import { sendDigest } from './send-digest'
import { unsubscribe } from './unsubscribe'
import { writeDigests } from './write-digests'

// What is written is dated by the database, so the clock of these tests is the real one, some minutes on.
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const hourOf = (instant: string) => new Date(instant).getUTCHours()

let letters: Mail[] = []
let answer: Sent = { sent: true, said: '250' }
let canMail = true
let world: TestContext
let worker: Context
let ann: Context
let planId: string

beforeAll(async () => {
  world = await testContext({
    notifier: {
      get canMail() {
        return canMail
      },
      alert: async () => ({ sent: true, said: '' }),
      refusalOf: async () => null,
      mail: async (mail) => {
        letters.push(mail)
        return answer
      },
    },
  })
  worker = world.asActor({ kind: 'system', personId: null, name: 'Plumbline' })
})
afterAll(() => world.drop())
beforeEach(async () => {
  letters = []
  answer = { sent: true, said: '250' }
  canMail = true
  world.setNow(inMinutes(0))
  ann = await world.as('steward', 'Ann')
  planId = (await aPlan(world.ctx)).planId
  const steps = [{ kind: 'add', rule: aRule('Order Completed', { type: 'object' }) } as const]
  await world.ctx.transaction(({ rules }) =>
    rules.writeVersion(planId, {
      version: 1,
      at: world.ctx.now(),
      by: 'T',
      note: '',
      changeRequest: null,
      steps,
    }),
  )
})

// The hour begins more than one hour and at most two from now, at whatever minute this runs.
const asksFor = (fields: Partial<SaveDigest> = {}, who = ann) =>
  saveDigest(who, SaveDigest.parse({ every: 'day', hour: hourOf(inMinutes(120)), ...fields }))
let count = 0
const arrives = async (pointer: string) => {
  count += 1
  const at = inMinutes(0)
  await world.ctx.transaction(({ violations }) =>
    violations.fold([anOccurrence(planId, { key: `${count}`, pointer, at })], {
      now: at,
      newId: world.ctx.newId,
    }),
  )
  const { violations } = await world.ctx.transaction((stores) =>
    stores.violations.page({ planId, limit: 50 }, world.ctx.now()),
  )
  return violations.find((violation) => violation.pointer === pointer)?.id ?? ''
}
/** Two hours later and more: what is due is written, and sent as the worker does. */
const later = async (minutes: number) => {
  world.setNow(inMinutes(minutes))
  await Promise.all([writeDigests(worker), writeDigests(worker)])
  const { data } = await listJobs(ann, { status: 'queued', limit: 200 })
  const jobs = data.filter(
    ({ kind, subject }) => kind === 'send-digest' && subject === `person:${ann.actor.personId}`,
  )
  const ends = []
  for (const { id } of jobs) {
    const letterId = await letterOf(id)
    ends.push(await sendDigest(worker, { payload: { letterId }, attempt: 1 }))
    await worker.transaction((stores) => stores.jobs.succeed(id, world.ctx.now(), null))
  }
  return ends
}
const letterOf = async (jobId: string): Promise<string> => {
  const { Client } = await import('pg')
  const client = new Client({ connectionString: world.databaseUrl })
  await client.connect()
  const { rows } = await client.query('select payload from job where id = $1', [jobId])
  await client.end()
  return rows[0].payload.letterId
}
const told = () =>
  letters.map(({ sections }) =>
    sections.map(({ title, items }) => [title, ...items.map(({ text }) => text).sort()]),
  )

test('a letter tells once what happened: for review, mine, new, back, resolved', async () => {
  await asksFor()
  const me = await world.ctx.transaction(({ people }) => people.find(ann.actor.personId ?? ''))
  await arrives('/properties/total')
  const mine = await arrives('/properties/coupon')
  await changeViolation(ann, { id: mine, assignee: me?.id ?? '' })
  const ended = await arrives('/properties/tax')
  await changeViolation(ann, { id: ended, status: 'resolved', reason: 'Fixed' })
  const author = await world.as('contributor', 'Author')
  const edit = {
    type: 'TRACK' as const,
    key: 'Order Completed',
    version: 1,
    jsonSchema: { type: 'object', title: 'x' },
  }
  const { number } = await createChangeRequest(author, { plan: planId, title: 'Say more', edits: [edit] })
  await submitChangeRequest(author, { plan: planId, number })

  expect(await later(50)).toEqual([])
  expect(await later(125)).toEqual([{ done: { sent: true } }])
  expect(letters[0]).toMatchObject({ to: me?.email, subject: expect.stringContaining('new 2') })
  expect(told()).toEqual([
    [
      ['Waiting for your review', `#${number} Say more`],
      ['Yours or of your groups', 'coupon is missing in Order Completed'],
      ['New', 'tax is missing in Order Completed', 'total is missing in Order Completed'],
      ['Resolved', 'tax is missing in Order Completed'],
    ],
  ])
  expect(await later(126)).toEqual([])
  expect(letters).toHaveLength(1)
})

test('where nothing happened nothing is sent, and the next letter is a day on', async () => {
  const viewer = await world.as('viewer', 'Vic')
  const { nextAt } = await asksFor({}, viewer)
  world.setNow(inMinutes(125))
  await writeDigests(worker)
  const { nextAt: then } = await readDigest(viewer)
  expect(Date.parse(then ?? '') - Date.parse(nextAt ?? '')).toBe(24 * 3_600_000)
  const { data } = await listJobs(ann, { status: 'queued', limit: 200 })
  expect(data.filter(({ subject }) => subject === `person:${viewer.actor.personId}`)).toEqual([])
})

test('what a group of mine answers for is mine', async () => {
  await asksFor()
  const { workspaceId } = await world.ctx.transaction(
    async ({ plans }) => (await plans.find(planId)) ?? { workspaceId: '' },
  )
  const group = { id: world.ctx.newId(), workspaceId, name: 'Checkout', members: [ann.actor.personId ?? ''] }
  await world.ctx.transaction(({ groups }) => groups.save(group))
  const id = await arrives('/properties/total')
  await world.ctx.transaction(({ triage }) => triage.setOwners([{ id, owners: [group.id] }]))
  await later(125)
  expect(letters[0]?.sections.find(({ title }) => title === 'Yours or of your groups')?.count).toBe(1)
})

test('a mention on a violation stands in the letter', async () => {
  await asksFor()
  const id = await arrives('/properties/total')
  const address = `${(ann.actor.personId ?? '').toLowerCase()}@example.com`
  await commentOnViolation(world.ctx, { id, body: `Yours, @${address}?` })
  await later(125)
  expect(letters[0]?.sections.find(({ title }) => title === 'You are mentioned')).toEqual({
    ...{ title: 'You are mentioned', count: 1 },
    items: [
      {
        text: 'total is missing in Order Completed',
        link: `http://localhost:3000/violations/${id}`,
      },
    ],
  })
})

test('a letter that fails is tried again under the same id, then given up', async () => {
  await asksFor()
  await arrives('/properties/total')
  answer = { sent: false, said: '451 Not now', again: true }
  expect(await later(125)).toEqual([{ retry: { code: 'not-delivered', message: '451 Not now' } }])
  const letterId = letters[0]?.id ?? ''
  const last = await sendDigest(worker, { payload: { letterId }, attempt: 18 })
  expect(last).toEqual({ failed: { code: 'not-delivered', message: '451 Not now' } })
  expect(letters[1]).toEqual(letters[0])
  expect(await sendDigest(worker, { payload: { letterId }, attempt: 1 })).toEqual({ done: { sent: false } })
})

test('the link of a letter ends letters, also one that is on its way', async () => {
  await asksFor()
  await arrives('/properties/total')
  answer = { sent: false, said: '451', again: true }
  await later(125)
  const link = letters[0]?.unsubscribe ?? ''
  expect(link).toContain('http://localhost:3000/api/unsubscribe/')
  expect(await unsubscribe(worker, 'somebody.else')).toBe(false)
  expect(await readDigest(ann)).toMatchObject({ every: 'day' })
  expect(await unsubscribe(worker, decodeURIComponent(link.split('/').at(-1) ?? ''))).toBe(true)
  expect(await readDigest(ann)).toMatchObject({ every: 'none', nextAt: null })
  // Once more changes nothing, and leaves no trace.
  expect(await unsubscribe(worker, decodeURIComponent(link.split('/').at(-1) ?? ''))).toBe(true)
  const [ended, saved, ...more] = await world.ctx.transaction(({ audit }) =>
    audit.ofSubject(`person:${ann.actor.personId}`),
  )
  expect(ended).toMatchObject({
    ...{ action: 'digest-ended', details: { by: 'the link of a letter' }, actor: { kind: 'system' } },
  })
  expect(saved).toMatchObject({ action: 'digest-saved', actor: { name: 'Ann' }, details: { every: 'day' } })
  expect(more).toEqual([])
  const letterId = letters[0]?.id ?? ''
  expect(await sendDigest(worker, { payload: { letterId }, attempt: 2 })).toEqual({ done: { sent: false } })
})

test('asking for letters and ending them is written down, ending none is not', async () => {
  const end = () => saveDigest(ann, { every: 'none', weekday: 'mon', hour: 8, timeZone: 'UTC' })
  await end()
  await asksFor()
  await end()
  await end()
  const written = await world.ctx.transaction(({ audit }) => audit.ofSubject(`person:${ann.actor.personId}`))
  expect(written.map(({ action }) => action)).toEqual(['digest-ended', 'digest-saved'])
})

test('letters need a mail server and a time zone that is one', async () => {
  canMail = false
  const refused = await asksFor().catch((error: unknown) => error)
  expect(refused instanceof Failed && refused.failure).toMatchObject({
    code: 'invalid-input',
    fields: [{ path: 'every' }],
  })
  expect(await asksFor({ every: 'none' })).toMatchObject({ every: 'none', canMail: false })
  expect(SaveDigest.safeParse({ every: 'day', timeZone: 'Mars/Olympus' }).success).toBe(false)
})
