import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '@/domain/review/role'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { anOccurrence } from '@/testing/an-occurrence'
import { connectedPlan } from '@/testing/connected-plan'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from './authorize'
import { createChangeRequest } from './change-requests/create-change-request'
import { giveReview } from './change-requests/give-review'
import { publishChangeRequest } from './change-requests/publish-change-request'
import { submitChangeRequest } from './change-requests/submit-change-request'
import { checked } from './checks/checked.cases'
import { confinedToDemo } from './confined-to-demo'
import { commentOnViolation } from './conversation/comment-on-violation'
import { resolveDrift } from './drift/resolve-drift'
import { authenticateToken } from './people/authenticate-token'
import { changeMember } from './people/change-member'
import { inviteMember } from './people/invite-member'
import { listMembers } from './people/list-members'
import { mintToken } from './people/mint-token'
import { removeMember } from './people/remove-member'
import { renewInvite } from './people/renew-invite'
import { changeViolation } from './violations/change-violation'
import { removeWorkspace } from './workspaces/remove-workspace'

let world: TestContext
beforeAll(async () => {
  world = await testContext()
})
afterAll(() => world.drop())

const demoPerson = async (role: Role): Promise<Context> => {
  const id = world.ctx.newId()
  const person = { id, name: `Demo ${role}`, email: `${id.toLowerCase()}@demo.invalid`, role, demo: true }
  await world.ctx.transaction(({ people }) => people.add(person))
  const { token } = await mintToken(world.ctx, { id, name: 'demo' })
  return confinedToDemo(world.asActor(await authenticateToken(world.ctx, { token, demoAllowed: true })))
}

const edits = [{ type: 'TRACK' as const, key: 'Added', version: 1, jsonSchema: { type: 'object' } }]

test('demo people try both sides of a review in the demo workspace', async () => {
  const { planId: plan, close } = await connectedPlan(world.ctx, [aRule('A', {})])
  const [author, steward] = [await demoPerson('contributor'), await demoPerson('steward')]
  const request = await createChangeRequest(author, { plan, title: 'T', edits })
  await checked(world.ctx, request)
  const { number, fingerprint } = request
  await submitChangeRequest(author, { plan, number })
  await giveReview(steward, { plan, number, verdict: 'approve', fingerprint })
  expect(await publishChangeRequest(steward, { plan, number })).toMatchObject({ jobId: expect.any(String) })
  await close()
})

test('elsewhere they look and change nothing', async () => {
  const { planId: plan, workspaceId } = await aPlan(world.ctx)
  await world.ctx.transaction(async ({ plans, rules }) => {
    await plans.lock(plan)
    const at = world.ctx.now()
    await rules.writeVersion(plan, { version: 1, at, by: 'T', note: '', changeRequest: null, steps: [] })
  })
  const author = await world.as('contributor')
  const admin = await demoPerson('admin')
  const { number, fingerprint } = await createChangeRequest(author, { plan, title: 'T', edits })
  await submitChangeRequest(author, { plan, number })
  const violation = await world.ctx.transaction(async ({ violations }) => {
    const occurrence = anOccurrence(plan, { key: 'elsewhere' })
    await violations.fold([occurrence], { now: world.ctx.now(), newId: world.ctx.newId })
    return [...(await violations.idsOf([occurrence.fingerprint])).values()][0] ?? ''
  })
  const choices = [{ rule: { type: 'TRACK' as const, key: 'A', version: 1 }, take: 'ours' as const }]
  for (const attempt of [
    () => createChangeRequest(admin, { plan, title: 'T', edits }),
    () => giveReview(admin, { plan, number, verdict: 'approve', fingerprint }),
    () => publishChangeRequest(admin, { plan, number }),
    () => changeViolation(admin, { id: violation, status: 'resolved' }),
    () => commentOnViolation(admin, { id: violation, body: 'Mine?' }),
    () => resolveDrift(admin, { plan, choices }),
    () => removeWorkspace(admin, { id: workspaceId }),
  ])
    expect(await failureOf(attempt())).toMatchObject({ code: 'not-allowed', detail: /demo workspace/ })
})

test('nor do they get at anybody of the installation, and whom they bring in is of the demo too', async () => {
  const admin = await demoPerson('admin')
  const real = { id: personOf(world.ctx.actor) }
  for (const attempt of [
    () => mintToken(admin, { ...real, name: 'T' }),
    () => renewInvite(admin, real),
    () => changeMember(admin, { ...real, name: 'Other' }),
    () => removeMember(admin, { id: real.id }),
  ])
    expect(await failureOf(attempt())).toMatchObject({
      code: expect.stringMatching(/not-allowed|wrong-state/),
    })
  const { id } = await inviteMember(admin, { email: 'guest@example.com', name: 'Guest', role: 'admin' })
  const { data } = await listMembers(admin, {})
  expect(data.find((member) => member.id === id)).toMatchObject({ demo: true })
})
