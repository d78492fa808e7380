import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const verdicts = (batch: readonly Occurrence[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(batch, { now: world.ctx.now(), newId: world.ctx.newId }),
  )

/** How many were counted. */
const fold = async (batch: readonly Occurrence[]) =>
  (await verdicts(batch)).filter((folded) => folded === 'counted').length

const read = async (planId: string) =>
  (await world.ctx.transaction(({ violations }) => violations.page({ planId, limit: 50 }, world.ctx.now())))
    .violations

describe('folding', () => {
  it('keeps texts as they came, whatever they mean in an array or a line of a copy', async () => {
    const odd = ['NULL', '{"a", b}', 'back\\slash\\', '"', 'a,b', ' ', '\t\n', '\\N', '\\.']
    const { planId } = await aPlan(world.ctx)
    // As many as are copied, and then as few as are inserted.
    const many = Array.from({ length: 20 }, (_, round) =>
      odd.map((text) =>
        anOccurrence(planId, {
          key: `${text} ${round}`,
          messageId: text,
          sourceId: text,
          sourceName: text,
          appVersion: text,
          library: text,
          message: text,
        }),
      ),
    ).flat()
    expect(await fold(many)).toBe(many.length)
    expect(await fold(many.map((one) => ({ ...one, key: `${one.key} again` })).slice(0, odd.length))).toBe(
      odd.length,
    )
    const [violation] = await read(planId)
    const sorted = [...odd].sort()
    expect(violation?.sources.map(({ id }) => id).sort()).toEqual(sorted)
    expect(violation?.sources.map(({ name }) => name).sort()).toEqual(sorted)
    expect(violation?.appVersions.map(({ version }) => version).sort()).toEqual(sorted)
    expect(violation?.sources.every(({ count }) => count === 21)).toBe(true)
  })

  it('counts every occurrence once, in the violation and in its hours', async () => {
    const { planId } = await aPlan(world.ctx)
    const batch = [
      anOccurrence(planId, { key: 'a' }),
      anOccurrence(planId, {
        key: 'b',
        at: '2026-01-05T07:59:59.999Z',
        appVersion: '1.1.0',
        sourceId: 'ios',
        sourceName: 'iOS',
      }),
      anOccurrence(planId, { key: 'a' }),
      anOccurrence(planId, { key: 'c', pointer: '/properties/currency' }),
    ]
    expect(await fold(batch)).toBe(3)
    expect(await fold(batch)).toBe(0)
    const total = (await read(planId)).find(({ pointer }) => pointer === '/properties/total')
    expect(total).toMatchObject({
      count: 2,
      status: 'open',
      firstSeen: '2026-01-05T07:59:59.999Z',
      lastSeen: '2026-01-05T08:30:00.000Z',
      sources: [
        { id: 'ios', name: 'iOS', count: 1 },
        { id: 'web', name: 'Web shop', count: 1 },
      ],
      appVersions: [
        { version: '1.0.0', count: 1 },
        { version: '1.1.0', count: 1 },
      ],
    })
    expect(total?.samples.map(({ messageId }) => messageId)).toEqual(['message a', 'message b'])
    expect(total?.trend.slice(-3)).toEqual([1, 1, 0])
    expect(total?.trend).toHaveLength(168)
    const series = await world.ctx.transaction(({ violations }) =>
      violations.series(
        total?.id ?? '',
        { from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' },
        'source',
      ),
    )
    expect(series).toEqual([
      { hour: '2026-01-05T07:00:00.000Z', by: 'ios', count: 1 },
      { hour: '2026-01-05T08:00:00.000Z', by: 'web', count: 1 },
    ])
  })

  it.each([
    ['inserted', 4_000, 16],
    ['copied', 12_000, 4],
    ['copied in turns', 22_000, 2],
  ])('is exact with parallel writers and a tenth delivered again (%s)', async (_, size, writers) => {
    const { planId } = await aPlan(world.ctx)
    const all = Array.from({ length: size }, (_, i) =>
      anOccurrence(planId, {
        key: `k${i}`,
        pointer: `/properties/p${i % 37}`,
        at: new Date(Date.UTC(2026, 0, 1, i % 50)).toISOString(),
        appVersion: `1.${i % 5}`,
      }),
    )
    const deliveries = [...all, ...all.filter((_, i) => i % 10 === 0)].sort((a, b) => mixed(a) - mixed(b))
    const batches = Array.from({ length: writers }, (_, n) => deliveries.filter((_, i) => i % writers === n))
    // Violations that are there do not make the writers wait for each other before they write.
    const first = await fold(all.slice(0, 37))
    const counts = await Promise.all(batches.map(fold))
    expect(counts.reduce((sum, count) => sum + count, first)).toBe(size)
    const violations = await read(planId)
    expect(violations).toHaveLength(37)
    for (const violation of violations) {
      const own = all.filter(({ pointer }) => pointer === violation.pointer)
      expect(violation.count).toBe(own.length)
      expect(violation.appVersions.reduce((sum, { count }) => sum + count, 0)).toBe(own.length)
      expect(violation.lastSeen).toBe(
        own
          .map(({ at }) => at)
          .sort()
          .at(-1),
      )
    }
  })

  it('gives the same for any order and any cut into batches (law)', async () => {
    const parts = fc.array(
      fc.record({
        key: fc.integer({ min: 0, max: 12 }),
        pointer: fc.constantFrom('/a', '/b'),
        hour: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 20 },
    )
    const law = fc.asyncProperty(parts, fc.integer({ min: 1, max: 5 }), async (given, size) => {
      // One key always names the same occurrence, as a message id and a pointer do.
      const facts = [...new Map(given.map((part) => [part.key, part])).values()]
      const totals = await Promise.all(
        [facts, [...facts].reverse()].map(async (order, turn) => {
          const { planId } = await aPlan(world.ctx)
          const batch = order.map(({ key, pointer, hour }) =>
            anOccurrence(planId, {
              key: `${key}`,
              pointer,
              at: new Date(Date.UTC(2026, 0, 5, hour)).toISOString(),
            }),
          )
          const step = turn === 0 ? size : 100
          for (let i = 0; i < batch.length; i += step) await fold(batch.slice(i, i + step))
          return (await read(planId))
            .map(({ pointer, count, firstSeen, lastSeen, trend }) => ({
              pointer,
              count,
              firstSeen,
              lastSeen,
              trend,
            }))
            .sort((a, b) => a.pointer.localeCompare(b.pointer))
        }),
      )
      expect(totals[0]).toEqual(totals[1])
    })
    await fc.assert(law, { numRuns: 15 })
  })

  it('tells the rule that was not known when the first of them came', async () => {
    const { planId } = await aPlan(world.ctx)
    await fold([anOccurrence(planId, { key: 'a', ruleVersion: null })])
    expect((await read(planId))[0]).toMatchObject({ rule: { version: null }, schemaPointer: null })
    const schemaPointer = '/properties/properties/properties/total'
    await fold([
      anOccurrence(planId, { key: 'b', ruleVersion: null }),
      anOccurrence(planId, { key: 'c', ruleVersion: 2, schemaPointer }),
    ])
    expect((await read(planId))[0]).toMatchObject({ rule: { version: 2 }, schemaPointer })
  })

  it('makes no violation of what was counted under another fingerprint', async () => {
    const { planId } = await aPlan(world.ctx)
    await fold([anOccurrence(planId, { key: 'a' })])
    expect(await fold([anOccurrence(planId, { key: 'a', fingerprint: 'another' })])).toBe(0)
    expect(await read(planId)).toHaveLength(1)
  })

  it('knows an occurrence again on another day, with another time or none', async () => {
    const { planId } = await aPlan(world.ctx)
    const first = anOccurrence(planId, { key: 'a', at: '2026-01-05T23:59:59.000Z' })
    const at = (now: string, batch: readonly Occurrence[]) =>
      world.ctx.transaction(({ violations }) => violations.fold(batch, { now, newId: world.ctx.newId }))
    expect(await at('2026-01-06T00:00:00.500Z', [first])).toEqual(['counted'])
    expect(await at('2026-01-06T00:00:01.000Z', [first, first])).toEqual(['duplicate', 'duplicate'])
    // A route that tells no time: it counts as now. One with a clock behind, and the last day that is accepted.
    expect(
      await at('2026-02-09T12:00:00.000Z', [
        { ...first, at: '2026-02-09T12:00:00.000Z' },
        { ...first, at: '2026-01-07T00:00:00.000Z' },
        { ...first, at: '2026-01-05T00:00:00.000Z' },
        anOccurrence(planId, { key: 'b', at: '2026-02-09T11:00:00.000Z' }),
      ]),
    ).toEqual(['duplicate', 'duplicate', 'duplicate', 'counted'])
    expect(await read(planId)).toMatchObject([{ count: 2 }])
  })

  it('refuses what happened so long ago that it may have been forgotten, and counts how much that is', async () => {
    const { planId } = await aPlan(world.ctx)
    const now = '2026-03-01T12:00:00.000Z'
    const batch = [
      anOccurrence(planId, { key: 'old', at: '2026-01-24T23:59:59.999Z' }),
      anOccurrence(planId, { key: 'old enough', at: '2026-01-25T00:00:00.000Z' }),
    ]
    const folded = await world.ctx.transaction(({ violations }) =>
      violations.fold(batch, { now, newId: world.ctx.newId }),
    )
    expect(folded).toEqual(['late', 'counted'])
    expect(await read(planId)).toMatchObject([{ count: 1 }])
    const late = await world.ctx.transaction(({ violations }) => violations.lateArrivals('2026-03-01'))
    expect(late.filter((one) => one.planId === planId)).toEqual([
      { planId, sourceId: 'web', count: 1, lastDay: '2026-03-01' },
    ])
  })

  it('takes text that Postgres cannot hold', async () => {
    const { planId } = await aPlan(world.ctx)
    const odd = 'a\0b\ud800'
    expect(
      await fold([
        anOccurrence(planId, { key: 'a', message: odd, appVersion: odd, sourceName: odd, rawType: odd }),
      ]),
    ).toBe(1)
    expect((await read(planId))[0]).toMatchObject({
      message: 'ab\ufffd',
      appVersions: [{ version: 'ab\ufffd' }],
    })
  })

  it('takes 5,000 at once', async () => {
    const { planId } = await aPlan(world.ctx)
    const batch = Array.from({ length: 5_000 }, (_, i) =>
      anOccurrence(planId, { key: `k${i}`, pointer: `/properties/p${i % 200}`, appVersion: `1.${i % 3}` }),
    )
    expect(await fold(batch)).toBe(5_000)
    expect(await fold(batch)).toBe(0)
  })
})

describe('the list of violations', () => {
  it('filters, and pages newest first', async () => {
    const { planId } = await aPlan(world.ctx)
    await fold(
      Array.from({ length: 7 }, (_, i) =>
        anOccurrence(planId, {
          key: `k${i}`,
          pointer: `/properties/p_${i}`,
          at: new Date(Date.UTC(2026, 0, 5, i < 4 ? 1 : 2)).toISOString(),
          sourceId: i === 3 ? 'ios' : 'web',
        }),
      ),
    )
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const at = cursor
      const page = await world.ctx.transaction(({ violations }) =>
        violations.page({ planId, limit: 2, ...(at ? { cursor: at } : {}) }, world.ctx.now()),
      )
      seen.push(...page.violations.map(({ lastSeen }) => lastSeen))
      cursor = page.nextCursor
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...seen].sort().reverse())
    const pointers = async (query: object) =>
      (
        await world.ctx.transaction(({ violations }) =>
          violations.page({ planId, limit: 9, ...query }, world.ctx.now()),
        )
      ).violations.map(({ pointer }) => pointer)
    expect(await pointers({ sourceId: 'ios' })).toEqual(['/properties/p_3'])
    expect(await pointers({ search: 'P_5' })).toEqual(['/properties/p_5'])
    expect(await pointers({ search: 'p%5' })).toEqual([])
    expect(await pointers({ statuses: ['ignored', 'resolved'] })).toEqual([])
    expect(await pointers({ key: 'Order Completed', type: 'TRACK', statuses: ['open'] })).toHaveLength(7)
    expect(await world.ctx.transaction(({ violations }) => violations.openByRule(planId))).toEqual([
      { type: 'TRACK', key: 'Order Completed', count: 7 },
    ])
  })
})

/** A fixed shuffle. */
const mixed = ({ key }: Occurrence): number => (Number(key.slice(1)) * 2_654_435_761) % 4_294_967_296
