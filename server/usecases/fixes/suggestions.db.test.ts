import { beforeEach, describe, expect, test } from 'vitest'
import type { Occurrence } from '@/server/ports/violation-store'
import { aRule } from '@/testing/a-rule'
import { plan, publishing, record, reported, schema, startPlan, withFixes } from './fixes.cases'
import { listSuggestions } from './list-suggestions'
import { listViolationCalls } from './list-violation-calls'

withFixes()

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
    await startPlan([
      ...Array.from({ length: 40 }, (_, i) => aRule(`Event ${i}`, schema({ type: 'string' }))),
      ...[aRule('Order Completed', schema({ type: 'number' })), common],
      aRule('Order Completed', schema({ type: 'integer' }), { version: 2 }),
      ...alike.slice(0, 3).map((name) => aRule(name)),
      ...['cart_viewed'].map((name) => aRule(name, {}, { type: 'SCREEN' })),
      aRule(null, schema({ type: 'number' }), { type: 'SCREEN' }),
    ])
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
