import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rule } from '@/domain/plan/rule'
import type { Source } from '@/server/ports/source-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const seen = (planId: string, seenHash: string, rules: readonly Rule[], at = world.ctx.now()) =>
  world.ctx.transaction(({ plans }) => plans.recordSeen(planId, { at, seenHash, rules }))

describe('a plan', () => {
  it('is found by our id and by the one of Segment, and keeps its rs_ id when a read lacks it', async () => {
    const { planId, workspaceId } = await aPlan(world.ctx, { segmentId: 'tp_found' })
    const again = await world.ctx.transaction(({ plans }) =>
      plans.upsert({
        workspaceId,
        segmentId: 'tp_found',
        resourceSchemaId: null,
        name: 'Renamed\0',
        description: 'Now with words',
        newId: 'unused',
      }),
    )
    expect(again).toBe(planId)
    const plan = await world.ctx.transaction(({ plans }) => plans.find('tp_found'))
    expect(plan).toMatchObject({ id: planId, name: 'Renamed', resourceSchemaId: `rs_${workspaceId}` })
    expect(await world.ctx.transaction(({ plans }) => plans.lock('tp_found'))).toEqual(plan)
    expect(await world.ctx.transaction(({ plans }) => plans.find('tp_nowhere'))).toBeNull()
  })

  it('gives each request a number of its own, also to many at once', async () => {
    const { planId } = await aPlan(world.ctx)
    const numbers = await Promise.all(
      Array.from({ length: 10 }, () => world.ctx.transaction(({ plans }) => plans.takeNumber(planId))),
    )
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('replaces what was seen, and with an equal hash moves only the instant', async () => {
    const { planId } = await aPlan(world.ctx)
    await seen(planId, 'one', [aRule('B'), aRule('A'), aRule(null, {}, { type: 'GROUP' })])
    await seen(planId, 'two', [aRule('C', '{"x": "\\u0000"}')])
    await seen(planId, 'two', [], '2026-02-02T00:00:00.000Z')
    const { plan, rules } = await world.ctx.transaction(async ({ plans }) => ({
      plan: await plans.find(planId),
      rules: await plans.seenRules(planId),
    }))
    expect(rules.map(({ key, schemaText }) => [key, schemaText])).toEqual([['C', '{"x": "\\u0000"}']])
    expect(plan).toMatchObject({ seenHash: 'two', lastSeenAt: '2026-02-02T00:00:00.000Z' })
  })

  it('counts as drift what was changed, removed and added in Segment, but not what Segment adds itself', async () => {
    const { planId } = await aPlan(world.ctx)
    const { planId: quiet } = await aPlan(world.ctx)
    const rules = [aRule('Kept'), aRule('Changed'), aRule('Removed'), aRule(null, {}, { type: 'IDENTIFY' })]
    for (const id of [planId, quiet])
      await world.ctx.transaction(async (stores) => {
        const steps = rules.map((rule) => ({ kind: 'add' as const, rule }))
        await stores.rules.writeVersion(id, {
          version: 1,
          at: world.ctx.now(),
          by: 'Test',
          note: '',
          changeRequest: null,
          steps,
        })
        await stores.plans.setLive(id, 1)
      })
    await seen(quiet, 'same', rules)
    await seen(planId, 'other', [
      aRule('Kept', '{ }'),
      aRule('Changed', { type: 'object' }),
      aRule(null, {}, { type: 'IDENTIFY' }),
      aRule('Added'),
      aRule('Segment Consent Preference Updated'),
    ])
    const counts = await world.ctx.transaction(({ plans }) => plans.driftCounts('2030-01-01T00:00:00.000Z'))
    expect(counts[planId]).toEqual({ open: 3, ignored: 0 })
    expect(quiet in counts).toBe(false)
  })

  it('lists its versions newest first', async () => {
    const { planId } = await aPlan(world.ctx)
    for (const version of [1, 2, 3])
      await world.ctx.transaction(({ rules }) =>
        rules.writeVersion(planId, {
          version,
          at: `2026-01-0${version}T00:00:00.000Z`,
          by: 'Ann',
          note: `n${version}`,
          changeRequest: version,
          steps: [],
        }),
      )
    const page = await world.ctx.transaction(({ plans }) => plans.versions(planId, { limit: 5, before: 3 }))
    expect(page.map(({ version, note, at }) => [version, note, at])).toEqual([
      [2, 'n2', '2026-01-02T00:00:00.000Z'],
      [1, 'n1', '2026-01-01T00:00:00.000Z'],
    ])
  })
})

describe('a workspace', () => {
  it('takes everything with it when it is removed, except the audit chain', async () => {
    const { ctx } = world
    const { workspaceId, planId } = await aPlan(ctx)
    const remains = await ctx.transaction(async (stores) => {
      await stores.audit.append({
        chain: workspaceId,
        actor: ctx.actor,
        at: ctx.now(),
        action: 'connected',
        subject: `workspace:${workspaceId}`,
      })
      await stores.workspaces.remove(workspaceId)
      return [
        await stores.plans.find(planId),
        await stores.workspaces.find(workspaceId),
        (await stores.audit.verify(workspaceId)).entries,
      ]
    })
    expect(remains).toEqual([null, null, 1])
  })

  it('keeps the problem it was given, and loses it again', async () => {
    const { workspaceId } = await aPlan(world.ctx)
    const problem = { code: 'segment-refused', message: 'No \u0000 more', at: world.ctx.now() }
    const read = await world.ctx.transaction(async ({ workspaces }) => {
      await workspaces.setProblem(workspaceId, problem)
      const before = await workspaces.find(workspaceId)
      await workspaces.setProblem(workspaceId, null)
      return [before?.problem, (await workspaces.find(workspaceId))?.problem]
    })
    expect(read).toEqual([problem, null])
  })
})

describe('sources', () => {
  const source = (workspaceId: string, id: string, planId: string | null = null): Source => ({
    id,
    workspaceId,
    planId,
    name: `Source ${id}`,
    slug: id,
    kind: 'javascript',
    enabled: true,
    platform: 'web',
    destinations: [],
    settings: { track: { allowUnplannedEvents: false } },
    seenAt: world.ctx.now(),
  })

  it('are replaced as a set', async () => {
    const { workspaceId, planId } = await aPlan(world.ctx)
    const read = await world.ctx.transaction(async ({ sources }) => {
      await sources.replace(workspaceId, [source(workspaceId, 's1', planId), source(workspaceId, 's2')])
      await sources.replace(workspaceId, [{ ...source(workspaceId, 's2', planId), settings: null }])
      const [all, none] = [await sources.ofWorkspace(workspaceId), await sources.ofPlan(planId)]
      await sources.replace(workspaceId, [])
      return { all, none, left: await sources.ofWorkspace(workspaceId) }
    })
    expect(read.all).toEqual([{ ...source(workspaceId, 's2', planId), settings: null }])
    expect(read.none).toHaveLength(1)
    expect(read.left).toEqual([])
  })

  it('have the counts of a pull once, however often it is repeated', async () => {
    const { workspaceId, planId } = await aPlan(world.ctx)
    const hour = (h: number) => `2026-01-04T0${h}:00:00.000Z`
    const count = (h: number, n: number, eventName = 'A') => ({
      hour: hour(h),
      eventType: 'TRACK',
      eventName,
      reason: '',
      appVersion: '',
      count: n,
    })
    const window = { from: hour(0), to: hour(3) }
    const read = await world.ctx.transaction(async ({ sources }) => {
      await sources.replace(workspaceId, [source(workspaceId, 's1', planId)])
      for (const _ of [1, 2])
        await sources.recordHours(workspaceId, 's1', 'volume', window, [
          count(0, 5),
          count(1, 2),
          count(1, 3),
          count(2, 4, 'B'),
          count(5, 99),
        ])
      await sources.recordHours(workspaceId, 's1', 'volume', { from: hour(2), to: hour(3) }, [])
      await sources.recordHours(workspaceId, 's1', 'blocked', window, [
        { ...count(0, 1), reason: 'Schema violation' },
        { ...count(0, 1), reason: 'Schema violation', appVersion: '2.0.0' },
      ])
      return {
        byEvent: await sources.volumeByEvent(planId, hour(0)),
        hours: await sources.eventHours(planId, { type: 'TRACK', name: 'A' }, { from: hour(0), to: hour(9) }),
        days: await sources.dailyTotals('2026-01-04T00:00:00.000Z'),
      }
    })
    expect(read.byEvent).toEqual([{ eventType: 'TRACK', eventName: 'A', count: 10 }])
    expect(read.hours).toEqual([
      { hour: hour(0), count: 5 },
      { hour: hour(1), count: 5 },
    ])
    expect(read.days).toEqual([{ day: '2026-01-04', volume: 10, blocked: 2 }])
  })
})
