import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ListBoard } from '@/contracts/board'
import { defaultPolicy } from '@/domain/review/policy'
import type { Occurrence } from '@/server/ports/violation-store'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { changeViolation } from './change-violation'
import { countBoard } from './count-board'
import { deleteBoardFilter } from './delete-board-filter'
import { explainViolations } from './explain-violations'
import { listBoard } from './list-board'
import { listBoardFilters } from './list-board-filters'
import { readViolation } from './read-violation'
import { routeOwners } from './route-owners'
import { saveBoardFilter } from './save-board-filter'
import { triageMany } from './triage-many'
import { weighViolations } from './weigh-violations'

const clock = (time: string, day = 5) => `2026-01-0${day}T${time}:00.000Z`

let world: TestContext
let planId: string
let sent = 0

beforeAll(async () => {
  world = await testContext({ role: 'contributor' })
})
afterAll(() => world.drop())
beforeEach(async () => {
  world.setNow(clock('09:00'))
  planId = (await aPlan(world.ctx)).planId
})

const arrive = (...each: Partial<Occurrence>[]) =>
  world.ctx.transaction(({ violations }) =>
    violations.fold(
      each.map((fields) => anOccurrence(planId, { key: `${++sent}`, sourceId: `web-${planId}`, ...fields })),
      { now: world.ctx.now(), newId: world.ctx.newId },
    ),
  )
const board = async (query: Partial<ListBoard> = {}) =>
  (await listBoard(world.ctx, { plan: planId, limit: 50, sort: 'last-seen', ...query })).data
const pointers = async (query: Partial<ListBoard> = {}) =>
  (await board(query)).map(({ pointer }) => pointer.replace('/properties/', ''))
const version = (number: number, description: string, at: string, pointer = 'total') =>
  world.ctx.transaction(async ({ rules, plans }) => {
    const schema = {
      type: 'object',
      properties: {
        properties: { type: 'object', properties: { [pointer]: { type: 'string', description } } },
      },
    }
    const rule = aRule('Order Completed', schema)
    const steps = [number === 1 ? ({ kind: 'add', rule } as const) : ({ kind: 'change', rule } as const)]
    await plans.lock(planId)
    await rules.writeVersion(planId, { version: number, at, by: 'Ann', note: '', changeRequest: null, steps })
  })

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

describe('why, and what began together', () => {
  it('finds the release that broke several, and shows them as one', async () => {
    await version(1, 'x', clock('00:00', 1))
    await arrive({ pointer: '/properties/old', at: clock('08:00', 1), appVersion: '4.1.0' })
    await arrive(
      { pointer: '/properties/a', at: clock('08:00'), appVersion: '4.2.0' },
      { pointer: '/properties/b', at: clock('08:30'), appVersion: '4.2.0' },
    )
    await explainViolations(world.ctx)
    const [bundle, old] = await board({ bundled: 'true' })
    expect(bundle).toMatchObject({
      pointer: '/properties/b',
      origin: { kind: 'code-changed', release: { appVersion: '4.2.0' }, before: { appVersion: '4.1.0' } },
      bundle: { size: 2, count: 2, firstSeen: clock('08:00') },
    })
    expect(old).toMatchObject({ pointer: '/properties/old', bundle: null })
    expect(await pointers({ bundle: bundle?.bundle?.key ?? '' })).toEqual(['b', 'a'])
    expect(await pointers({ bundled: 'true', q: '/a' })).toEqual(['a'])

    const { data } = await triageMany(world.ctx, {
      violations: [],
      bundle: bundle?.bundle?.key ?? '',
      change: { status: 'resolved', resolvedIn: '4.2.1' },
    })
    expect(data.map(({ outcome }) => outcome)).toEqual(['changed', 'changed'])
    expect(await pointers({ status: 'open' })).toEqual(['old'])
  })

  it('are decided about part after part, those that answer the filter, however many they are', async () => {
    await arrive({ pointer: '/properties/old', at: clock('08:00', 1), appVersion: '4.1.0' })
    await arrive(
      ...Array.from({ length: 250 }, (_, at) => ({
        ...{ pointer: `/properties/p${at}`, at: clock('08:00'), appVersion: '4.2.0' },
      })),
    )
    await explainViolations(world.ctx)
    const [shown] = await board({ bundled: 'true' })
    await changeViolation(world.ctx, { id: shown?.id ?? '', status: 'ignored', reason: 'A test shop' })

    const change = { status: 'resolved', resolvedIn: '4.2.1' } as const
    const bundle = shown?.bundle?.key ?? ''
    const sizes: number[] = []
    const all: string[] = []
    let after: string | undefined
    do {
      const part = { violations: [], bundle, filter: { plan: planId, status: 'open' }, after, change }
      const { data, next } = await triageMany(world.ctx, part)
      sizes.push(data.filter(({ outcome }) => outcome === 'changed').length)
      all.push(...data.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)
    expect(sizes).toEqual([200, 49])
    expect(new Set(all).size).toBe(249)
    expect((await countBoard(world.ctx, { plan: planId })).statuses).toMatchObject({
      ...{ open: 1, ignored: 1, resolved: 249 },
    })
  })

  it('are left as they are from where somebody else decided about one since they were seen', async () => {
    await arrive({ pointer: '/properties/old', at: clock('08:00', 1), appVersion: '4.1.0' })
    const member = (at: number) => ({
      pointer: `/properties/p${at}`,
      at: clock('08:00'),
      appVersion: '4.2.0',
    })
    await arrive(...Array.from({ length: 250 }, (_, at) => member(at)))
    await explainViolations(world.ctx)
    const filter = { plan: planId, status: 'open' }
    const seen = async () => (await board({ ...filter, bundled: 'true' }))[0]?.bundle
    const change = { assignee: world.ctx.actor.personId }
    const decide = (revision: string, after?: string) => {
      const bundle = { bundle: first?.key ?? '', filter, revision, ...(after && { after }) }
      return triageMany(world.ctx, { violations: [], ...bundle, change })
    }
    const ids = () =>
      world.ctx.transaction((stores) =>
        stores.board.idsOf({ planId, bundle: first?.key ?? '' }, { after: undefined, limit: 500 }),
      )
    const first = await seen()
    const byAnother = async (id = '', status: 'ignored' | 'open' = 'ignored') =>
      changeViolation(await world.as('contributor'), { id, status, reason: 'A test shop' })
    const stale = { failure: { code: 'stale' } }

    // One more that began with them changes nothing, nor does one that is not decided about any more.
    await arrive(member(250))
    await explainViolations(world.ctx)
    await byAnother((await ids())[0])
    expect((await seen())?.revision).toBe(first?.revision)
    // One that is back under the filter, and was decided about, does.
    await byAnother((await ids())[0], 'open')
    await expect(decide(first?.revision ?? '')).rejects.toMatchObject(stale)
    expect((await countBoard(world.ctx, filter)).me).toBe(0)

    const part = await decide((await seen())?.revision ?? '')
    expect(part.data.every(({ outcome }) => outcome === 'changed')).toBe(true)
    const last = (await ids()).at(-1)
    await changeViolation(await world.as('contributor'), {
      id: last ?? '',
      assignee: world.ctx.actor.personId,
    })
    await expect(decide(part.nextRevision ?? '', part.next ?? '')).rejects.toMatchObject(stale)
    expect((await countBoard(world.ctx, filter)).me).toBe(201)
  })

  it('says by reports and Segment’s counts alone that the code changed, where they show it', async () => {
    await version(1, 'x', clock('00:00', 1))
    await arrive({ ruleKey: 'Cart Viewed', at: clock('08:00', 1), appVersion: '' })
    await world.ctx.transaction(async ({ sources, plans }) => {
      const workspaceId = (await plans.find(planId))?.workspaceId ?? ''
      const id = `web-${planId}`
      const source = { id, workspaceId, planId, name: 'Web', slug: 'web', kind: 'Javascript' }
      const more = { platform: 'web', enabled: true, settings: null, destinations: [] } as const
      await sources.replace(workspaceId, [{ ...source, ...more, seenAt: clock('08:00') }])
      const window = { from: clock('00:00', 1), to: clock('09:00') }
      const counted = { eventType: 'track', eventName: 'Order Completed', reason: '', appVersion: '' }
      await sources.recordHours(workspaceId, id, 'volume', window, [
        { hour: clock('07:00', 1), ...counted, count: 1_000 },
        { hour: clock('08:00', 2), ...counted, count: 70 },
        { hour: clock('08:00', 4), ...counted, count: 50 },
        { hour: clock('08:00'), ...counted, count: 2_000 },
      ])
    })
    await arrive({ pointer: '/properties/total', at: clock('08:30'), appVersion: '' })
    await explainViolations(world.ctx)
    const [row] = await board({ key: 'Order Completed' })
    expect(row?.origin).toEqual({
      kind: 'sender-changed',
      // From when the source was first heard of until the hour in which it began.
      quiet: { since: clock('08:00', 1), events: 120 },
      release: null,
      planUnchangedSince: null,
    })
  })

  it('finds the version of the plan that old code breaks', async () => {
    await version(1, 'x', clock('00:00', 1))
    await arrive({ pointer: '/properties/other', at: clock('08:00', 1), appVersion: '4.1.0' })
    await version(2, 'y', clock('00:00', 5))
    await arrive({ at: clock('08:00'), appVersion: '4.1.0' })
    await explainViolations(world.ctx)
    const [row] = await board()
    expect(row?.origin).toMatchObject({
      kind: 'plan-changed',
      version: 2,
      by: 'Ann',
      release: { appVersion: '4.1.0', at: clock('08:00', 1) },
    })
  })
})

describe('doing the same to many', () => {
  it('gives each its own outcome, and what undoes it', async () => {
    await arrive(...['a', 'b', 'c'].map((name) => ({ pointer: `/properties/${name}` })))
    const [a, b, c] = await board()
    await changeViolation(world.ctx, { id: b?.id ?? '', status: 'resolved' })
    const violations = [a, b, c].map((row) => ({ id: row?.id ?? '', revision: row?.revision ?? 0 }))
    const { data } = await triageMany(world.ctx, {
      violations: [...violations, { id: 'nothing' }],
      change: { status: 'ignored', reason: 'A test shop' },
    })
    expect(data.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['changed', null],
      ['refused', 'stale'],
      ['changed', null],
      ['refused', 'not-found'],
    ])
    expect(data[0]?.before).toEqual({ status: 'open' })
    const undone = await triageMany(world.ctx, {
      violations: [{ id: a?.id ?? '', revision: data[0]?.revision ?? -1 }],
      change: data[0]?.before ?? {},
    })
    expect(undone.data[0]?.outcome).toBe('changed')
    expect((await readViolation(world.ctx, { id: a?.id ?? '' })).status).toBe('open')
    expect((await readViolation(world.ctx, { id: c?.id ?? '' })).status).toBe('ignored')
  })

  it('refuses as a whole what is wrong for all', async () => {
    await arrive({ pointer: '/properties/a' })
    const [a] = await board()
    await expect(
      triageMany(world.ctx, { violations: [{ id: a?.id ?? '' }], change: { status: 'ignored' } }),
    ).rejects.toMatchObject({ failure: { code: 'invalid-input' } })
    expect((await board())[0]).toMatchObject({ status: 'open', revision: 0 })
  })
})

describe('kept filters', () => {
  it('are one person’s, and a name holds one', async () => {
    const kept = await saveBoardFilter(world.ctx, { name: 'Mine', query: 'whose=mine' })
    const again = await saveBoardFilter(world.ctx, { name: 'Mine', query: 'whose=me' })
    expect(again.id).toBe(kept.id)
    expect((await listBoardFilters(world.ctx)).data).toEqual([
      { id: kept.id, name: 'Mine', query: 'whose=me' },
    ])
    const other = await world.as('viewer')
    expect((await listBoardFilters(other)).data).toEqual([])
    await expect(deleteBoardFilter(other, { id: kept.id })).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    await deleteBoardFilter(world.ctx, { id: kept.id })
    expect((await listBoardFilters(world.ctx)).data).toEqual([])
  })
})
