import { describe, expect, test } from 'vitest'
import type { Context } from '@/server/ports/context'
import { failureOf } from '@/testing/sandbox-world'
import { personOf } from '../authorize'
import { listChangeRequests } from '../change-requests/list-change-requests'
import { Failed } from '../fail'
import { changeGroup } from './change-group'
import { createGroup } from './create-group'
import { deleteGroup } from './delete-group'
import { listGroups } from './list-groups'
import {
  again,
  approve,
  audited,
  groupOf,
  ordersOf,
  other,
  plan,
  publish,
  sam,
  set,
  submitted,
  sue,
  withPolicy,
  words,
  workspace,
  world,
} from './policy.cases'

withPolicy()

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
