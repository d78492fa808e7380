import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ChangeRequestView } from '@/contracts/change-request'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from '../authorize'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { changeMember } from '../people/change-member'
import { removeDemo } from '../people/remove-demo'
import { removeMember } from '../people/remove-member'
import { keepAdministrator } from '../start/keep-administrator'
import {
  addition,
  again,
  approve,
  other,
  plan,
  publish,
  set,
  submitted,
  sue,
  withPolicy,
  words,
  world,
} from './policy.cases'
import { readPolicy } from './read-policy'

withPolicy()

describe('a role that changes', () => {
  const statusOf = async ({ number }: ChangeRequestView) => {
    const { data } = await listChangeRequests(sue, { plan, limit: 50 })
    return data.find((request) => request.number === number)?.status
  }
  const why = async (request: ChangeRequestView) =>
    (await again(request)).timeline.map(({ sentence }) => sentence)

  test('moves the requests that its person reviewed at once, in lists too', async () => {
    const tim = await world.as('steward', 'Tim Steward')
    const id = personOf(tim.actor)
    const [byTim, bySue] = [
      await approve(tim, await submitted(words)),
      await approve(sue, await submitted(other)),
    ]
    await changeMember(world.ctx, { id, role: 'contributor' })
    expect([await statusOf(byTim), await statusOf(bySue)]).toEqual(['in-review', 'approved'])
    expect(await why(byTim)).toContain('moved it back to review, since the role of Tim Steward changed')
    await changeMember(world.ctx, { id, role: 'steward' })
    expect(await statusOf(byTim)).toBe('approved')
    await removeMember(world.ctx, { id })
    expect(await statusOf(byTim)).toBe('in-review')
    expect(await why(byTim)).toContain('moved it back to review, since Tim Steward left')
  })

  test('by a start or by the end of the demo moves them as well', async () => {
    const system = world.asActor({ kind: 'system', personId: null, name: 'Plumbline' })
    const tim = await world.as('steward', 'Tim Steward')
    const id = personOf(tim.actor)
    const byTim = await approve(tim, await submitted(words))
    await changeMember(world.ctx, { id, role: 'contributor' })
    const email = `${(await world.ctx.transaction(({ people }) => people.find(id)))?.email}`
    await keepAdministrator(system, { email, password: 'correct horse battery', token: null })
    expect(await statusOf(byTim)).toBe('approved')
    expect(await why(byTim)).toContain('saw it approved as it is, since the role of Tim Steward changed')

    const dora = { id: world.ctx.newId(), name: 'Dora Demo', role: 'steward', demo: true } as const
    await world.ctx.transaction(({ people }) => people.add({ ...dora, email: `${dora.id}@example.test` }))
    const { id: personId, ...demo } = dora
    const byDora = await approve(world.asActor({ kind: 'person', personId, ...demo }), await submitted(other))
    await removeDemo(world.ctx)
    expect([await statusOf(byTim), await statusOf(byDora)]).toEqual(['approved', 'in-review'])
    expect(await why(byDora)).toContain('moved it back to review, since Dora Demo left')
  })

  test('and the two that change it while a third approves agree in the end', async () => {
    const tim = await world.as('steward', 'Tim Steward')
    const request = await submitted(words)
    await Promise.allSettled([
      approve(tim, request),
      changeMember(world.ctx, { id: personOf(tim.actor), role: 'viewer' }),
    ])
    expect(await statusOf(request)).toBe('in-review')
  })
})

describe('a policy that changes meanwhile', () => {
  test('moves open requests to where it puts them', async () => {
    const request = await approve(sue, await submitted(addition))
    expect(request.status).toBe('approved')
    await set({ approvals: 2 })
    const back = await again(request)
    expect(back).toMatchObject({ status: 'in-review', can: { publish: false } })
    expect(back.timeline.map(({ sentence }) => sentence)).toContain(
      'moved it back to review, since the policy of the plan changed',
    )
    await set({ approvals: 1 })
    expect(await again(request)).toMatchObject({ status: 'approved', can: { publish: true } })
  })

  test('is the one that a publish goes by which waits for it', async () => {
    const request = await approve(sue, await submitted(addition))
    const database = new Client({ connectionString: world.databaseUrl })
    await database.connect()
    onTestFinished(() => database.end())
    const isWaiting = async () =>
      (await database.query('select 1 from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0'))
        .rowCount !== 0
    const { policy } = await readPolicy(sue, { plan })
    const publishing = await world.ctx.transaction(async (stores) => {
      await stores.plans.lock(plan)
      const ended = failureOf(publish(sue, request))
      await expect.poll(isWaiting, { timeout: 10_000 }).toBe(true)
      await stores.policies.save(plan, { policy: { ...policy, approvals: 2 }, revision: 1 })
      return { ended }
    })
    expect(await publishing.ended).toMatchObject({ code: 'blocked', gates: [{ code: 'approvals-missing' }] })
    expect((await again(request)).status).toBe('approved')
  })

  test('meets an approval that is being given: the request ends where the later of the two puts it', async () => {
    for (let round = 0; round < 2; round += 1) {
      const request = await submitted(other)
      await Promise.all([approve(sue, request), set({ approvals: 2, documentation: 2 })])
      expect(await again(request)).toMatchObject({
        status: 'in-review',
        gates: [{ code: 'approvals-missing', rules: [{ lacking: 1 }] }],
      })
      await set({ approvals: 1, documentation: 1 })
      expect((await again(request)).status).toBe('approved')
    }
  })
})
