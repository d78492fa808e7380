import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import type { Policy } from '@/contracts/policy'
import { rulesHash } from '@/domain/plan/rules-hash'
import { defaultPolicy } from '@/domain/review/policy'
import type { Context } from '@/server/ports/context'
import { aPlan } from '@/testing/a-plan'
import { aRule } from '@/testing/a-rule'
import { type TestContext, testContext } from '@/testing/context'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from '../authorize'
import { createChangeRequest } from '../change-requests/create-change-request'
import { giveReview } from '../change-requests/give-review'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { publishChangeRequest } from '../change-requests/publish-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import { Failed } from '../fail'
import { changeMember } from '../people/change-member'
import { removeDemo } from '../people/remove-demo'
import { removeMember } from '../people/remove-member'
import { keepAdministrator } from '../start/keep-administrator'
import { changeGroup } from './change-group'
import { createGroup } from './create-group'
import { deleteGroup } from './delete-group'
import { listGroups } from './list-groups'
import { previewPolicy } from './preview-policy'
import { readPolicy } from './read-policy'
import { savePolicy } from './save-policy'

const event = (properties: object, required: readonly string[] = [], description = 'An event') => ({
  type: 'object',
  description,
  properties: { properties: { type: 'object', properties, required } },
})
const text = { type: 'string' }
const edit = (key: string, jsonSchema: EditInput['jsonSchema']): EditInput => ({
  type: 'TRACK',
  key,
  version: 1,
  jsonSchema,
})
const words = edit('Order Paid', event({ sku: text }, [], 'Other words'))
const addition = edit('Order Paid', event({ sku: text, note: text }))
const breaking = edit('Order Paid', event({ sku: text }, ['sku']))
const personal = edit('Order Paid', event({ sku: text, email: text }))
const other = edit('Cart Opened', event({ sku: text }, [], 'Other words'))

let world: TestContext
let author: Context
let sue: Context
let sam: Context
let plan: string
let workspace: string

beforeAll(async () => {
  world = await testContext()
  author = await world.as('contributor', 'Ann Author')
  sue = await world.as('steward', 'Sue Steward')
  sam = await world.as('steward', 'Sam Steward')
})
afterAll(() => world.drop())
beforeEach(async () => {
  const made = await aPlan(world.ctx)
  plan = made.planId
  workspace = made.workspaceId
  const rules = ['Order Paid', 'Cart Opened'].map((key) => aRule(key, event({ sku: text })))
  await world.ctx.transaction(async (stores) => {
    const at = world.ctx.now()
    const version = { version: 1, at, by: 'T', note: '', changeRequest: null }
    await stores.rules.writeVersion(plan, { ...version, steps: rules.map((rule) => ({ kind: 'add', rule })) })
    await stores.plans.setLive(plan, 1)
    await stores.plans.recordSeen(plan, { at, seenHash: rulesHash(rules), rules })
  })
})

const set = async (change: Partial<Policy>) => {
  const { policy, revision } = await readPolicy(world.ctx, { plan })
  return savePolicy(world.ctx, { plan, policy: { ...policy, ...change }, revision })
}
const groupOf = (name: string, ...people: Context[]) =>
  createGroup(world.ctx, { workspace, name, members: people.map(({ actor }) => personOf(actor)) })
const ordersOf = async (...people: Context[]) => {
  const { id } = await groupOf('Order owners', ...people)
  await set({ ownerships: [{ name: 'Orders', type: null, key: 'Order *', label: null, group: id }] })
  return id
}
const submitted = async (...edits: EditInput[]) => {
  const draft = await createChangeRequest(author, { plan, title: 'Change', edits })
  await checked(world.ctx, draft)
  return submitChangeRequest(author, { plan, number: draft.number })
}
const approve = (ctx: Context, { number, fingerprint }: ChangeRequestView) =>
  giveReview(ctx, { plan, number, verdict: 'approve', fingerprint })
const again = ({ number }: ChangeRequestView) => readChangeRequest(sue, { plan, number })
const publish = (ctx: Context, { number }: ChangeRequestView, reason?: string) =>
  publishChangeRequest(ctx, { plan, number, ...(reason === undefined ? {} : { bypass: { reason } }) })
const codes = ({ gates }: ChangeRequestView) => gates.map(({ code }) => code)
const audited = async (action: string) =>
  (
    await world.ctx.transaction(({ audit }) => audit.recent({ chains: [workspace], limit: 50 }))
  ).entries.filter((entry) => entry.action === action)

describe('the policy of a plan', () => {
  test('begins as one approval by somebody else, and anybody may read it', async () => {
    const viewer = await world.as('viewer')
    expect(await readPolicy(viewer, { plan })).toMatchObject({
      revision: 0,
      policy: { approvals: 1, breaking: 1, authorsMayApprove: false, ownerships: [], bypassRoles: [] },
      can: { change: false },
    })
  })

  test('is changed by admins only, once for what they read, and audited with what changed', async () => {
    const { policy } = await set({ approvals: 2 })
    expect(await readPolicy(sue, { plan })).toMatchObject({ revision: 1, policy: { approvals: 2 } })
    expect(await audited('policy-changed')).toMatchObject([
      { subject: `plan:${plan}`, details: { before: { approvals: 1 }, after: { approvals: 2 } } },
    ])
    expect(await failureOf(savePolicy(sue, { plan, policy, revision: 1 }))).toMatchObject({
      code: 'not-allowed',
    })
    expect(await failureOf(savePolicy(world.ctx, { plan, policy, revision: 0 }))).toMatchObject({
      code: 'stale',
      current: { revision: 1 },
    })
    await set({ approvals: 2 })
    expect(await audited('policy-changed')).toHaveLength(1)
  })

  test('names only groups that there are', async () => {
    const area = { name: 'All', type: null, key: null, label: null, group: 'none' }
    expect(await failureOf(set({ ownerships: [area] }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'policy.ownerships.0.group' }],
    })
  })
})

describe('what it asks for', () => {
  test.each<[string, EditInput, number]>([
    ['words', words, 1],
    ['an addition', addition, 2],
    ['a break', breaking, 3],
    ['personal data', personal, 4],
  ])('depends on what the edit does: %s', async (_name, change, needed) => {
    await set({ approvals: 2, breaking: 3, personalData: 4, documentation: 1 })
    const request = await submitted(change)
    expect(request.gates).toMatchObject([{ code: 'approvals-missing', rules: [{ lacking: needed }] }])
  })

  test('is the most while the checks run, and less when they have told', async () => {
    await set({ breaking: 2, documentation: 0 })
    const draft = await createChangeRequest(author, { plan, title: 'Words', edits: [words] })
    const request = await submitChangeRequest(author, { plan, number: draft.number })
    expect(request.gates).toMatchObject([
      { code: 'approvals-missing', rules: [{ lacking: 2 }] },
      { code: 'checks-running' },
    ])
    const told = await checked(world.ctx, request)
    expect(told).toMatchObject({ status: 'approved', gates: [] })
    expect(told.timeline.map(({ sentence }) => sentence)).toContain(
      'saw it approved as it is, since the checks told what the edits do',
    )
  })

  test('asks more for what readers notice, by a demand of its own', async () => {
    await set({ consumerAffecting: 2 })
    const gone = await submitted(edit('Order Paid', event({})))
    expect(gone.gates[0]?.message).toBe(
      'Order Paid still needs 2 approvals: a change that may hurt readers takes 2.',
    )
    expect((await submitted(words)).gates).toMatchObject([{ rules: [{ lacking: 1 }] }])
  })

  test('a policy of before asks of readers what it asks of anybody', async () => {
    const { consumerAffecting: _, ...before } = defaultPolicy
    await world.ctx.transaction((stores) =>
      stores.policies.save(plan, { policy: before as Policy, revision: 1 }),
    )
    expect((await readPolicy(sue, { plan })).policy).toEqual({ ...before, consumerAffecting: 0 })
    expect((await submitted(edit('Order Paid', event({})))).gates).toMatchObject([
      { rules: [{ lacking: 1 }] },
    ])
  })

  test('an edit that breaks after all loses its approval of the whole', async () => {
    await set({ breaking: 2 })
    const request = await submitted(words)
    expect((await approve(sue, request)).status).toBe('approved')
    const saved = await saveEdits(author, {
      plan,
      number: request.number,
      edits: [breaking],
      fingerprint: request.fingerprint,
    })
    expect(saved.status).toBe('in-review')
    const bySue = await approve(sue, await checked(world.ctx, saved))
    expect(bySue).toMatchObject({ status: 'in-review' })
    expect(bySue.gates[0]?.message).toBe('Order Paid still needs 1 more approval: a breaking change takes 2.')
    expect((await approve(sam, bySue)).status).toBe('approved')
  })

  test('authors approve their own where it lets them', async () => {
    const steward = await world.as('steward', 'Ada Steward')
    const draft = await createChangeRequest(steward, { plan, title: 'Mine', edits: [words] })
    await checked(world.ctx, draft)
    const request = await submitChangeRequest(steward, { plan, number: draft.number })
    expect(await failureOf(approve(steward, request))).toMatchObject({ code: 'own-edits' })
    expect(request.can).toMatchObject({ approve: false })
    await set({ authorsMayApprove: true })
    expect((await approve(steward, request)).status).toBe('approved')
  })
})

describe('an area', () => {
  test('waits for one of its owners, who clears no other area', async () => {
    await ordersOf(sam)
    const request = await submitted(words, other)
    const bySue = await approve(sue, request)
    expect(bySue).toMatchObject({
      status: 'in-review',
      gates: [
        {
          code: 'owner-missing',
          clearedBy: 'Sam Steward of Order owners',
          area: { name: 'Orders', group: { name: 'Order owners' } },
          people: [{ name: 'Sam Steward' }],
          rules: [{ key: 'Order Paid' }],
        },
      ],
    })
    expect(await failureOf(publish(sue, request))).toMatchObject({
      code: 'blocked',
      gates: [{ code: 'owner-missing' }],
    })
    const waiting = async (ctx: Context) =>
      (await listChangeRequests(ctx, { plan, waitingForMe: true, limit: 50 })).data.length
    expect([await waiting(sue), await waiting(sam)]).toEqual([0, 1])
    expect(await approve(sam, bySue)).toMatchObject({ status: 'approved', gates: [] })
  })

  test('is cleared when its group changes, and waits again when it changes back', async () => {
    const id = await ordersOf(sam)
    const request = await approve(sue, await submitted(words))
    const members = (...people: Context[]) =>
      changeGroup(world.ctx, {
        id,
        name: 'Order owners',
        members: people.map(({ actor }) => personOf(actor)),
      })
    await members(sue, sam)
    expect((await again(request)).status).toBe('approved')
    await members(sam)
    expect((await again(request)).status).toBe('in-review')
    expect(await audited('group-changed')).toHaveLength(2)
  })

  test('a group that owns one cannot be deleted; any other can', async () => {
    const id = await ordersOf(sam)
    expect(await failureOf(deleteGroup(world.ctx, { id }))).toMatchObject({
      code: 'wrong-state',
      detail: expect.stringContaining('Storefront'),
    })
    await set({ ownerships: [] })
    await deleteGroup(world.ctx, { id })
    expect((await listGroups(sue, { workspace })).data).toEqual([])
  })

  test('names of groups and their people are checked', async () => {
    const viewer = await world.as('viewer', 'Vic Viewer')
    expect(await groupOf('Mixed', sue, viewer)).toMatchObject({
      members: [
        { name: 'Sue Steward', counts: true },
        { name: 'Vic Viewer', counts: false },
      ],
    })
    expect(await failureOf(groupOf('mixed', sue))).toMatchObject({ code: 'invalid-input' })
    expect(
      await failureOf(createGroup(world.ctx, { workspace, name: 'Strangers', members: ['nobody'] })),
    ).toMatchObject({ fields: [{ path: 'members.0' }] })
    expect(await failureOf(createGroup(sue, { workspace, name: 'Mine', members: [] }))).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('of admins who give two groups one name at once, one is told that it is taken', async () => {
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'made',
        (error: unknown) => (error instanceof Failed ? error.failure : error),
      )
    for (let round = 0; round < 4; round += 1) {
      const made = await Promise.all(
        [`Round ${round}`, `round ${round}`, `Round ${round}`].map((name) => outcome(groupOf(name))),
      )
      expect(made.filter((one) => one === 'made')).toHaveLength(1)
      expect(made.filter((one) => one !== 'made')).toMatchObject([
        { code: 'invalid-input', fields: [{ path: 'name' }] },
        { code: 'invalid-input', fields: [{ path: 'name' }] },
      ])
    }
    const ids = await Promise.all(['One', 'Other'].map(async (name) => (await groupOf(name)).id))
    const renamed = await Promise.all(
      ids.map((id) => outcome(changeGroup(world.ctx, { id, name: 'Same', members: [] }))),
    )
    expect(renamed.filter((one) => one !== 'made')).toMatchObject([{ code: 'invalid-input' }])
  })
})

test('a policy is tried on what was before it holds', async () => {
  const [first, second] = [
    await approve(sue, await submitted(words)),
    await approve(sue, await submitted(breaking)),
  ]
  await createChangeRequest(author, { plan, title: 'A draft', edits: [other] })
  const { policy } = await readPolicy(sue, { plan })
  const tried = await previewPolicy(world.ctx, { plan, policy: { ...policy, breaking: 2 } })
  const clear = { clear: true, missing: [] }
  expect(tried.requests).toEqual([
    {
      number: second.number,
      title: 'Change',
      status: 'approved',
      author: 'Ann Author',
      before: clear,
      after: {
        clear: false,
        missing: ['Order Paid still needs 1 more approval: a breaking change takes 2.'],
      },
    },
    expect.objectContaining({ number: first.number, before: clear, after: clear }),
  ])
  expect((await again(second)).status).toBe('approved')
  expect(await failureOf(previewPolicy(sue, { plan, policy }))).toMatchObject({ code: 'not-allowed' })
})

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

test('a trial tells which publishes would have come at another time', async () => {
  const request = await approve(sue, await submitted(words))
  await publish(sue, request)
  const { policy } = await readPolicy(sue, { plan })
  const freezes = [{ from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z', reason: 'Sale' }]
  expect((await previewPolicy(world.ctx, { plan, policy: { ...policy, freezes } })).requests).toMatchObject([
    {
      before: { clear: true },
      after: { clear: false, missing: ['It was published outside of the publishing times.'] },
    },
  ])
})

describe('publishing past it', () => {
  const reason = 'Checkout is down and its owner is away.'

  test('takes a role that it lets and a reason, which the timeline and the audit chain keep', async () => {
    await ordersOf(sam)
    const request = await submitted(words)
    expect(request.can.bypass).toBe(false)
    expect(await failureOf(publish(world.ctx, request, reason))).toMatchObject({ code: 'blocked' })
    await set({ bypassRoles: ['admin'] })
    expect((await again(request)).gates).toMatchObject([
      { code: 'approvals-missing', bypassRoles: ['admin'] },
      { code: 'owner-missing', bypassRoles: ['admin'] },
    ])
    expect(await failureOf(publish(sue, request, reason))).toMatchObject({ code: 'not-allowed' })
    expect((await readChangeRequest(world.ctx, { plan, number: request.number })).can).toMatchObject({
      bypass: true,
      publish: false,
    })
    await publish(world.ctx, request, reason)
    expect(await again(request)).toMatchObject({
      status: 'publishing',
      timeline: expect.arrayContaining([
        expect.objectContaining({
          kind: 'publish-started',
          sentence: 'started to publish it as version 2, without the approvals that the policy asks for',
          body: reason,
        }),
      ]),
    })
    expect(await audited('publish-started')).toMatchObject([{ details: { bypass: { reason } } }])
  })

  test('goes past nothing but the policy, and not from a draft', async () => {
    await set({ bypassRoles: ['admin'] })
    const draft = await createChangeRequest(author, { plan, title: 'Draft', edits: [words] })
    await checked(world.ctx, draft)
    expect(await failureOf(publish(world.ctx, draft, reason))).toMatchObject({ code: 'not-allowed' })
    const request = await submitted(other)
    await world.ctx.transaction((stores) =>
      stores.plans.recordSeen(plan, { at: world.ctx.now(), seenHash: 'x', rules: [] }),
    )
    const blocked = await failureOf(publish(world.ctx, request, reason))
    expect(blocked).toMatchObject({ code: 'blocked' })
    expect(codes(await again(request))).toContain('drift')
  })

  test('where nothing stands in the way it is a publish like any other', async () => {
    await set({ bypassRoles: ['admin'] })
    const request = await approve(sue, await submitted(words))
    await publish(world.ctx, request, reason)
    expect((await audited('publish-started'))[0]?.details).not.toHaveProperty('bypass')
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
