import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultPolicy } from '@/domain/review/policy'
import { aFollowingSource } from '@/testing/a-following-source'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { type TestContext, testContext } from '@/testing/context'
import { routeOwners } from './route-owners'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

test('owners by label are those of the rules that a violation is of: its name in any version, its type, or none', async () => {
  const { ctx } = world
  const of = (team: string) => ({ labels: { team } })
  const { planId } = await aFollowingSource(ctx, [
    aRule('A', of('web')),
    aRule('A', of('app'), { version: 2 }),
    aRule('B', of('app')),
    aRule('A', of('other'), { type: 'SCREEN' }),
    aRule(null, of('web'), { type: 'SCREEN' }),
    aRule(null, of('other'), { type: 'COMMON' }),
  ])
  const owned = (team: string) => ({
    ...{ name: team, type: null, key: null, group: `of ${team}` },
    label: { name: 'team', value: team },
  })
  await ctx.transaction(async ({ policies, violations }) => {
    const ownerships = [owned('web'), owned('app')]
    await policies.save(planId, { policy: { ...defaultPolicy, ownerships }, revision: 1 })
    const broken = [
      { ruleKey: 'A' },
      { ruleKey: 'B' },
      { ruleKey: 'Nobody planned it' },
      { ruleType: 'SCREEN', ruleKey: 'A' },
      { ruleType: 'SCREEN', ruleKey: null },
      { ruleType: 'COMMON', ruleKey: null },
    ] as const
    await violations.fold(
      broken.map((fields, i) => anOccurrence(planId, { ...fields, key: `${i}`, fingerprint: `f${i}` })),
      { now: ctx.now(), newId: ctx.newId },
    )
  })
  await routeOwners(ctx)
  const found = async (owner: string) => {
    const page = { filter: { planId, owner }, sort: 'count', bundled: false, limit: 50 } as const
    const { rows } = await ctx.transaction(({ board }) => board.page(page, ctx.now()))
    return rows.map(({ rule }) => `${rule.type} ${rule.key}`).sort()
  }
  expect(await found('of web')).toEqual(['SCREEN null', 'TRACK A'])
  expect(await found('of app')).toEqual(['TRACK A', 'TRACK B'])
})
