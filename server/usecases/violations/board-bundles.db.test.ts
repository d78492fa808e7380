import { describe, expect, it } from 'vitest'
import { arrive, board, clock, planId, pointers, version, withBoard, world } from './board.cases'
import { changeViolation } from './change-violation'
import { countBoard } from './count-board'
import { explainViolations } from './explain-violations'
import { triageMany } from './triage-many'

withBoard()

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
