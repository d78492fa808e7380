import { describe, expect, test } from 'vitest'
import type { EditInput } from '@/contracts/change-request'
import type { Policy } from '@/contracts/policy'
import { defaultPolicy } from '@/domain/review/policy'
import { failureOf } from '@/testing/sandbox-world'
import { createChangeRequest } from '../change-requests/create-change-request'
import { readChangeRequest } from '../change-requests/read-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { checked } from '../checks/checked.cases'
import {
  addition,
  again,
  approve,
  audited,
  author,
  breaking,
  codes,
  edit,
  event,
  ordersOf,
  other,
  personal,
  plan,
  publish,
  sam,
  set,
  submitted,
  sue,
  withPolicy,
  words,
  world,
} from './policy.cases'
import { previewPolicy } from './preview-policy'
import { readPolicy } from './read-policy'
import { savePolicy } from './save-policy'

withPolicy()

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
