import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '@/domain/review/policy'
import { arrive, board, clock, planId, pointers, withBoard, world } from './board.cases'
import { changeViolation } from './change-violation'
import { countBoard } from './count-board'
import { listBoard } from './list-board'
import { routeOwners } from './route-owners'
import { weighViolations } from './weigh-violations'

withBoard()

describe('the board', () => {
  it('sorts, pages and tells what a row needs', async () => {
    await arrive(
      { pointer: '/properties/a', at: clock('08:00') },
      {
        pointer: '/properties/b',
        at: clock('07:00'),
        sourceId: 'ios',
        sourceName: 'iOS',
        appVersion: '2.0.0',
      },
      { pointer: '/properties/b', at: clock('07:10') },
      { pointer: '/properties/b', at: clock('07:20') },
      { pointer: '/properties/c', at: clock('06:00') },
    )
    expect(await pointers()).toEqual(['a', 'b', 'c'])
    expect(await pointers({ sort: 'first-seen' })).toEqual(['a', 'b', 'c'])
    expect((await pointers({ sort: 'count' }))[0]).toBe('b')
    for (const sort of ['last-seen', 'first-seen', 'count', 'share'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listBoard(world.ctx, { plan: planId, limit: 1, sort, cursor })
        seen.push(...page.data.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual((await board({ sort })).map(({ id }) => id))
      expect(seen).toHaveLength(3)
    }
    const b = (await board()).find(({ pointer }) => pointer === '/properties/b')
    expect(b).toMatchObject({
      count: 3,
      sources: [
        { id: `web-${planId}`, name: 'Web shop' },
        { id: 'ios', name: 'iOS' },
      ],
      appVersions: ['1.0.0', '2.0.0'],
      share: null,
      owners: [],
      bundle: null,
    })
    expect(b?.trend).toHaveLength(28)
    expect(b?.trend.at(-1)).toBe(3)
    expect(await pointers({ source: 'ios' })).toEqual(['b'])
    expect(await pointers({ q: '/c' })).toEqual(['c'])
  })

  it('finds and counts every violation that a search answers, however many rules they are of', async () => {
    await arrive(
      ...Array.from({ length: 620 }, (_, i) => ({
        ruleKey: i % 31 === 0 ? `Trip ${i}` : `Basket ${i}`,
        fingerprint: `many ${planId} ${i}`,
      })),
    )
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await listBoard(world.ctx, {
        plan: planId,
        q: 'basket',
        limit: 200,
        sort: 'count',
        cursor,
      })
      found.push(...page.data.map(({ rule }) => rule.key ?? ''))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(new Set(found).size).toBe(600)
    expect(found).toHaveLength(600)
    expect((await countBoard(world.ctx, { plan: planId, q: 'basket' })).statuses.open).toBe(600)
  })

  it('knows what is mine, and what belongs to my groups', async () => {
    const me = world.ctx.actor.personId ?? ''
    await arrive(
      { pointer: '/properties/a' },
      { pointer: '/properties/b', ruleKey: 'Cart Viewed' },
      { pointer: '/c', ruleKey: 'X' },
    )
    await world.ctx.transaction(async ({ groups, policies, plans }) => {
      const { workspaceId } = (await plans.lock(planId)) ?? { workspaceId: '' }
      await groups.save({ id: `g-${planId}`, workspaceId, name: 'Checkout', members: [me] })
      const ownership = { name: 'Cart', type: null, key: 'Cart *', label: null, group: `g-${planId}` }
      await policies.save(planId, { policy: { ...defaultPolicy, ownerships: [ownership] }, revision: 1 })
    })
    expect(await pointers({ whose: 'groups' })).toEqual([])
    await routeOwners(world.ctx)
    expect(await pointers({ whose: 'groups' })).toEqual(['b'])
    expect((await board({ whose: 'groups' }))[0]?.owners).toEqual([{ id: `g-${planId}`, name: 'Checkout' }])
    expect(await pointers({ owner: `g-${planId}` })).toEqual(['b'])
    const a = (await board()).find(({ pointer }) => pointer === '/properties/a')
    await changeViolation(world.ctx, { id: a?.id ?? '', assignee: me })
    expect(await pointers({ whose: 'me' })).toEqual(['a'])
    expect((await pointers({ whose: 'mine' })).sort()).toEqual(['a', 'b'])
    expect(await countBoard(world.ctx, { plan: planId, status: 'open' })).toMatchObject({
      statuses: { open: 3, resolved: 0 },
      me: 1,
      groups: 1,
      nobody: 2,
      regressed: 0,
    })
  })

  it('weighs violations against the volume of their events', async () => {
    await arrive(
      { pointer: '/properties/a', at: clock('08:00') },
      { pointer: '/properties/b', ruleKey: 'Rare' },
    )
    const { workspaceId } = (await world.ctx.transaction(({ plans }) => plans.find(planId))) ?? {
      workspaceId: '',
    }
    await world.ctx.transaction(async ({ sources }) => {
      const source = {
        id: `web-${planId}`,
        workspaceId,
        planId,
        name: 'Web',
        slug: 'web',
        kind: 'Javascript',
      }
      const seen = {
        platform: 'web',
        enabled: true,
        settings: null,
        destinations: [],
        seenAt: clock('08:00'),
      } as const
      await sources.replace(workspaceId, [{ ...source, ...seen }])
      const window = { from: clock('00:00'), to: clock('09:00') }
      const volume = {
        eventType: 'track',
        eventName: 'Order Completed',
        reason: '',
        appVersion: '',
        count: 4,
      }
      await sources.recordHours(workspaceId, source.id, 'volume', window, [
        { hour: clock('08:00'), ...volume },
      ])
    })
    await weighViolations(world.ctx)
    expect((await board({ sort: 'share' })).map(({ share }) => share)).toEqual([0.25, null])
    const trendOf = async () => (await board({ key: 'Order Completed' }))[0]?.trend ?? []
    expect((await trendOf()).slice(-3)).toEqual([0, 0, 1])
    // What arrives after it was worked out is counted when the board is read, also once the part is over.
    await arrive({ pointer: '/properties/a', at: clock('08:30') })
    expect((await trendOf()).slice(-3)).toEqual([0, 0, 2])
    world.setNow(clock('13:00'))
    await arrive({ pointer: '/properties/a', at: clock('12:30') })
    expect((await trendOf()).slice(-3)).toEqual([0, 2, 1])
    await weighViolations(world.ctx)
    expect((await trendOf()).slice(-3)).toEqual([0, 2, 1])
    expect(await trendOf()).toHaveLength(28)
  })
})
