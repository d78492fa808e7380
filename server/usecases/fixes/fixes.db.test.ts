import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Json } from '@/domain/plan/json'
import type { ReceivedCall } from '@/server/ports/traffic-store'
import type { Occurrence } from '@/server/ports/violation-store'
import { aRule } from '@/testing/a-rule'
import { failureOf } from '@/testing/sandbox-world'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { openPublishing, type Publishing, type StartedPlan } from '../change-requests/publishing.cases'
import { readChangeRequest } from '../change-requests/read-change-request'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { listFixedViolations } from '../violations/list-fixed-violations'
import { readViolation } from '../violations/read-violation'
import { fixViolation } from './fix-violation'
import { listSuggestions } from './list-suggestions'
import { listViolationCalls } from './list-violation-calls'

const schema = (total: object) => ({
  type: 'object',
  description: 'An order was paid',
  properties: { properties: { type: 'object', properties: { total } } },
})

let publishing: Publishing
let plan: string
let started: StartedPlan
beforeAll(async () => {
  publishing = await openPublishing()
})
afterAll(() => publishing.close())
beforeEach(async () => {
  started = await publishing.start([aRule('Order Completed', schema({ type: 'number' }))])
  plan = started.plan.planId
})

let made = 0
const record = (totals: readonly Json[], more: Partial<ReceivedCall> = {}) =>
  publishing.world.ctx.transaction(({ traffic }) =>
    traffic.record(
      totals.map((total): ReceivedCall => {
        made += 1
        const messageId = `m${made}`
        const event = more.event ?? 'Order Completed'
        const call = { type: 'track', event, messageId, properties: { total } }
        return {
          ...{ planId: plan, sourceId: 'web', sourceName: 'Web shop', callType: 'track', event, messageId },
          ...{ appVersion: '1.0.0', eventVersion: null, at: '2026-01-05T08:30:00.000Z', planned: true },
          shape: { id: 'plain', paths: ['/event string'] },
          mask: () => ({ call, masked: [] }),
          ...more,
        }
      }),
      { callsPerStratum: 1_000, receivedAt: publishing.world.ctx.now() },
      publishing.world.ctx.newId,
    ),
  )

/** A violation as it was reported; gives its id. */
const reported = async (set: Partial<Occurrence> = {}): Promise<string> => {
  const { ctx } = publishing.world
  await ctx.transaction(({ violations }) =>
    violations.fold(
      [
        {
          ...{
            key: `key ${plan} ${set.pointer ?? ''}`,
            fingerprint: `f ${plan} ${set.pointer ?? ''}`,
            planId: plan,
          },
          ...{ ruleType: 'TRACK', ruleKey: 'Order Completed', ruleVersion: 1, pointer: '/properties/total' },
          ...{ schemaPointer: null, type: 'invalid-type', rawType: 'Invalid Type', messageId: 'v1' },
          message: 'Invalid type. Expected: number, given: string',
          ...{ at: '2026-01-05T08:30:00.000Z', hour: '2026-01-05T08:00:00.000Z', sourceId: 'web' },
          ...{ sourceName: 'Web shop', appVersion: '1.0.0', library: '' },
          ...set,
        },
      ],
      { now: ctx.now(), newId: ctx.newId },
    ),
  )
  const { violations } = await ctx.transaction((stores) =>
    stores.violations.page({ planId: plan, limit: 50 }, ctx.now()),
  )
  const found = violations.find(({ pointer }) => pointer === (set.pointer ?? '/properties/total'))
  if (!found) throw new Error('no violation')
  return found.id
}

const suggestionOf = async (id: string, kind: string): Promise<string> => {
  const { data } = await listSuggestions(publishing.author, { id })
  const found = data.find((one) => one.kind === kind)
  if (!found) throw new Error(`no suggestion ${kind} among ${data.map((one) => one.kind).join()}`)
  return found.id
}

describe('suggestions', () => {
  test('are ranked, with their effect on recorded calls', async () => {
    await record([1, 2, null, null, null])
    const id = await reported()
    const found = await listSuggestions(publishing.author, { id })
    expect(found).toMatchObject({ judged: 5, reason: null, openRequests: [] })
    expect(found.data.map(({ kind }) => kind)).toEqual(['allow-null', 'allow-anything', 'fix-in-code'])
    expect(found.data[0]).toMatchObject({
      effect: { is: 'replayed', broken: 3, cleared: { value: 3, low: 3, high: 3 } },
      rules: [{ type: 'TRACK', key: 'Order Completed', version: 1 }],
    })
    expect(found.data[2]).toMatchObject({
      rules: [],
      effect: null,
      places: [{ source: 'Web shop', calls: 3 }],
    })
  })

  test('say why there are none where the judge was stopped', async () => {
    const id = await reported()
    const judge = {
      ...publishing.author.judge,
      suggest: async () => ({ ok: false as const, reason: 'It took too long.' }),
    }
    expect(await listSuggestions({ ...publishing.author, judge }, { id })).toMatchObject({
      data: [],
      reason: 'It took too long.',
    })
  })
})

describe('of a large plan', () => {
  const alike = ['cart viewed', 'Cart_Viewed', 'CART-VIEWED', 'Cart Viewed']
  beforeEach(async () => {
    const common = aRule(null, schema({ maximum: 100 }), { type: 'COMMON' })
    started = await publishing.start([
      ...Array.from({ length: 40 }, (_, i) => aRule(`Event ${i}`, schema({ type: 'string' }))),
      ...[aRule('Order Completed', schema({ type: 'number' })), common],
      aRule('Order Completed', schema({ type: 'integer' }), { version: 2 }),
      ...alike.slice(0, 3).map((name) => aRule(name)),
      ...['cart_viewed'].map((name) => aRule(name, {}, { type: 'SCREEN' })),
      aRule(null, schema({ type: 'number' }), { type: 'SCREEN' }),
    ])
    plan = started.plan.planId
  })

  /** Asks with the rules that are read and with all of the plan; gives how many were read. */
  const bothWays = () => {
    const { judge, transaction } = publishing.author
    const whole = () => transaction(({ rules }) => rules.ofVersion(plan, 1))
    let read = -1
    const ctx: typeof publishing.author = {
      ...publishing.author,
      judge: {
        ...judge,
        suggest: async (asked) => {
          read = asked.rules.length
          const found = await judge.suggest(asked)
          expect(found).toEqual(await judge.suggest({ ...asked, rules: await whole() }))
          return found
        },
        breaking: async (asked) => {
          read = asked.rules.length
          const found = await judge.breaking(asked)
          expect(found).toEqual(await judge.breaking({ ...asked, rules: await whole() }))
          return found
        },
      },
    }
    return { ctx, read: () => read }
  }

  test.each<[string, Partial<Occurrence>, number]>([
    ['its own rules and the common one', {}, 3],
    [
      'names in another spelling, where nobody planned it',
      { ruleKey: 'Cart Viewed', ruleVersion: null, pointer: '/event', type: 'unplanned-event' },
      4,
    ],
    ['the common one alone', { ruleType: 'COMMON', ruleKey: null, ruleVersion: 1, type: 'range' }, 1],
    ['the one without a name too', { ruleType: 'SCREEN', ruleKey: 'Start', ruleVersion: 1 }, 2],
  ])('%s are read, and the answer is the one of all rules', async (_what, set, count) => {
    const callType = set.ruleType === 'SCREEN' ? 'screen' : 'track'
    await record([1, 'a', 200, null], { event: set.ruleKey ?? 'Order Completed', callType })
    const id = await reported(set)
    const { ctx, read } = bothWays()
    expect((await listSuggestions(ctx, { id })).reason).toBeNull()
    expect(read()).toBe(count)
    expect((await listViolationCalls(ctx, { id })).reason).toBeNull()
  })

  test('the first name in another spelling is the one that is meant', async () => {
    await record([1], { event: 'Cart Viewed', planned: false })
    const id = await reported({
      ...{ ruleKey: 'Cart Viewed', ruleVersion: null, pointer: '/event', type: 'unplanned-event' },
    })
    const { data } = await listSuggestions(bothWays().ctx, { id })
    expect(data.find(({ kind }) => kind === 'fix-in-code')?.title).toBe(
      'Send “CART-VIEWED” instead of “Cart Viewed”',
    )
  })
})

describe('recorded calls of a violation', () => {
  test('are the newest that break this very constraint, with what came, at most five', async () => {
    await record([1, 'a', null, 'b', 'c', 2, 'd', 'e', 'f'])
    await record(['other'], { event: 'Cart Viewed', planned: false })
    const id = await reported()
    const found = await listViolationCalls(publishing.author, { id })
    expect(found).toMatchObject({ judged: 9, reason: null })
    const values = found.data.map(({ got }) => got?.text)
    expect(values).toHaveLength(5)
    // Calls that come in one delivery have ids of one instant, in no order.
    for (const value of values) expect(['null', '"a"', '"b"', '"c"', '"d"', '"e"', '"f"']).toContain(value)
    await record(['last'])
    const [newest] = (await listViolationCalls(publishing.author, { id })).data
    expect(newest).toMatchObject({
      ...{ event: 'Order Completed', sourceName: 'Web shop', appVersion: '1.0.0', uncertain: false },
      ...{ message: 'Invalid type. Expected: number, given: string', masked: [] },
      got: { text: '"last"', masked: false },
      call: { event: 'Order Completed', properties: { total: 'last' } },
    })
  })

  test('of a place where nothing recorded breaks are none, and nobody is asked where nothing is recorded', async () => {
    const id = await reported()
    const judge = { ...publishing.author.judge, breaking: () => Promise.reject(new Error('asked')) }
    expect(await listViolationCalls({ ...publishing.author, judge }, { id })).toMatchObject({
      data: [],
      judged: 0,
    })
    await record([1, 2])
    expect(await listViolationCalls(publishing.author, { id })).toMatchObject({ data: [], judged: 2 })
  })

  test('of an event that nobody planned are its calls', async () => {
    await record([1], { event: 'Cart Viewed', planned: false })
    const id = await reported({
      ...{ ruleKey: 'Cart Viewed', ruleVersion: null, pointer: '/event', type: 'unplanned-event' },
    })
    const found = await listViolationCalls(publishing.author, { id })
    expect(found.data).toMatchObject([{ event: 'Cart Viewed', got: { text: '"Cart Viewed"' } }])
  })
})

describe('a fix in the plan', () => {
  test('opens a change request in the facts’ words, and publishing it moves the violation on', async () => {
    await record([1, null, null])
    const id = await reported()
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'allow-null'),
    })
    const draft = await readChangeRequest(publishing.author, started.name(number))
    expect(draft).toMatchObject({
      title: 'Let “total” be null in Order Completed',
      status: 'draft',
      // Plain text, as it is shown: no marks of another notation.
      description: expect.stringMatching(
        /^Ends the violation “[^”]+” at \/properties\/[\w/]+ in Order Completed\.\n/,
      ),
      edits: [{ key: 'Order Completed' }],
    })
    expect(draft.description).toContain('2 cleared, 0 still broken')
    expect(await readViolation(publishing.author, { id })).toMatchObject({
      status: 'fix-planned',
      changeRequest: number,
    })

    await checked(publishing.world.ctx, draft)
    const submitted = await submitChangeRequest(publishing.author, started.name(number))
    await giveReview(publishing.steward, {
      ...started.name(number),
      verdict: 'approve',
      fingerprint: submitted.fingerprint,
    })
    const jobId = await started.claim(number)
    await started.runUntilItEnds(number, jobId)
    expect(await started.request(number)).toMatchObject({ status: 'published' })
    expect(await readViolation(publishing.author, { id })).toMatchObject({ status: 'waiting-for-rollout' })
  })

  test('plans an event that nobody planned', async () => {
    await record([1, 2], { event: 'Cart Viewed', planned: false })
    const id = await reported({
      ruleKey: 'Cart Viewed',
      ruleVersion: null,
      pointer: '/event',
      type: 'unplanned-event',
    })
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'add-event'),
    })
    const { edits } = await readChangeRequest(publishing.author, started.name(number))
    expect(edits).toMatchObject([
      {
        key: 'Cart Viewed',
        before: null,
        after: { properties: { properties: { properties: { total: { type: 'number' } } } } },
      },
    ])
  })

  test('goes into a request that edits the event already, merged with what it changes', async () => {
    await record([1, null])
    const id = await reported()
    const described = { ...schema({ type: 'number' }), description: 'Said otherwise' }
    const open = await createChangeRequest(publishing.author, {
      ...{ plan, title: 'Say it otherwise' },
      edits: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: described }],
    })
    expect(await listSuggestions(publishing.author, { id })).toMatchObject({
      openRequests: [{ number: open.number, title: 'Say it otherwise', canEdit: true }],
    })
    const suggestion = await suggestionOf(id, 'allow-null')
    expect(await fixViolation(publishing.author, { id, suggestion, addTo: open.number })).toEqual({
      number: open.number,
    })
    const { edits } = await readChangeRequest(publishing.author, started.name(open.number))
    expect(edits).toMatchObject([
      {
        after: {
          description: 'Said otherwise',
          properties: { properties: { properties: { total: { type: ['number', 'null'] } } } },
        },
      },
    ])
    expect(await readViolation(publishing.author, { id })).toMatchObject({ changeRequest: open.number })
  })

  test('shows the violations that a request is to end, and no other', async () => {
    await record([1, null])
    const id = await reported()
    await reported({ pointer: '/properties/currency', type: 'required' })
    const { number } = await fixViolation(publishing.author, {
      id,
      suggestion: await suggestionOf(id, 'allow-null'),
    })
    const { data, nextCursor } = await listFixedViolations(publishing.author, {
      ...started.name(number),
      limit: 50,
    })
    expect(nextCursor).toBeNull()
    expect(data).toMatchObject([{ id, pointer: '/properties/total', status: 'fix-planned', count: 1 }])
    expect(
      await failureOf(listFixedViolations(publishing.author, { ...started.name(999), limit: 50 })),
    ).toMatchObject({ code: 'not-found' })
  })

  test('does not go into a request that changes the same place', async () => {
    await record([1, null])
    const id = await reported()
    const open = await createChangeRequest(publishing.author, {
      ...{ plan, title: 'A text' },
      edits: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: null }],
    })
    const suggestion = await suggestionOf(id, 'allow-null')
    expect(
      await failureOf(fixViolation(publishing.author, { id, suggestion, addTo: open.number })),
    ).toMatchObject({ code: 'wrong-state', detail: expect.stringContaining('same place') })
    expect(await readViolation(publishing.author, { id })).toMatchObject({ status: 'open' })
  })

  test('is for those who may propose, of what is suggested, and in the plan', async () => {
    const id = await reported()
    const viewer = await publishing.world.as('viewer')
    const suggestion = await suggestionOf(id, 'fix-in-code')
    expect(await failureOf(fixViolation(viewer, { id, suggestion }))).toMatchObject({ code: 'not-allowed' })
    expect(await failureOf(fixViolation(publishing.author, { id, suggestion }))).toMatchObject({
      code: 'wrong-state',
    })
    expect(await failureOf(fixViolation(publishing.author, { id, suggestion: 'nothing' }))).toMatchObject({
      code: 'stale',
    })
  })
})
