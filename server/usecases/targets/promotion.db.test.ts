import { expect, test } from 'vitest'
import { aRule } from '@/testing/a-rule'
import { failureOf } from '@/testing/sandbox-world'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { edit, schema } from '../change-requests/publishing.cases'
import { revertChangeRequest } from '../change-requests/revert-change-request'
import { listVersions } from '../plans/list-versions'
import { addTarget } from './add-target'
import { previewPromotion } from './preview-promotion'
import {
  approve,
  development,
  heldBy,
  line,
  people,
  production,
  promoteAndPublish,
  promoteAndPublishFirst,
  promoteAs,
  publish,
  publishEdits,
  reload,
  target,
  withLine,
} from './promotion.cases'
import { removeTarget } from './remove-target'

withLine()

test('a version goes on as a change request of the target, whose publish is remembered with the line', async () => {
  await publishEdits(production, [edit('Only In Production', schema('Ours'))])
  await publishEdits(development, [
    edit('Order Completed', schema('Paid')),
    edit('Cart Viewed', null),
    edit('Order Cancelled', schema('New')),
  ])
  expect(await previewPromotion(people.author, target())).toMatchObject({
    version: 2,
    // When they were linked both held the same.
    from: 1,
    open: null,
    added: [{ key: 'Order Cancelled' }],
    changed: [{ key: 'Order Completed' }],
    renamed: [],
    removed: [{ key: 'Cart Viewed' }],
    kept: [{ key: 'Only In Production', why: 'only-here' }],
    conflicts: [],
  })

  const view = await promoteAs()
  expect(view).toMatchObject({
    title: 'Promote version 2 of Storefront',
    status: 'in-review',
    plan: { id: production.plan.planId },
    promotes: { plan: { id: development.plan.planId }, version: 2, from: 1 },
    conflicts: [],
    edits: [{ key: 'Cart Viewed' }, { key: 'Order Completed' }, { key: 'Order Cancelled' }],
  })
  expect(await line()).toEqual([
    { stage: null, liveVersion: 2, promoted: null, behind: null, waiting: null },
    { stage: 'Production', liveVersion: 2, promoted: 1, behind: 1, waiting: view.number },
  ])
  expect((await promoteAs({}, people.steward)).number).toBe(view.number)

  await publish(production, await approve(view))
  expect(await heldBy(production)).toEqual({
    'Left As It Is': 'Left As It Is',
    'Only In Production': 'Ours',
    'Order Cancelled': 'New',
    'Order Completed': 'Paid',
    'Order Refunded': 'Order Refunded',
  })
  expect((await line())[1]).toMatchObject({ liveVersion: 3, promoted: 2, behind: 0, waiting: null })
  const { data } = await listVersions(people.author, { plan: development.plan.planId, limit: 5 })
  expect(data.map(({ version, liveOn }) => [version, liveOn])).toEqual([
    [2, ['Acme Commerce', 'Production']],
    [1, []],
  ])
  expect(await failureOf(promoteAs())).toMatchObject({ code: 'wrong-state', status: 'up-to-date' })

  await publishEdits(development, [edit('Order Cancelled', null)])
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 1 })
  await promoteAndPublish()
  expect(Object.keys(await heldBy(production))).not.toContain('Order Cancelled')
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
})

test('two plans that hold something else meet for the first time: nothing is known to have been removed', async () => {
  const other = await people.start([
    aRule('Order Completed', schema('In shops')),
    aRule('Shop Opened', schema('Ours')),
  ])
  await addTarget(people.world.ctx, {
    plan: development.plan.planId,
    target: other.plan.planId,
    stage: 'Shops',
  })
  const name = { plan: development.plan.planId, id: other.plan.planId }
  expect(await previewPromotion(people.author, name)).toMatchObject({
    version: 1,
    from: null,
    added: [{ key: 'Cart Viewed' }, { key: 'Left As It Is' }, { key: 'Order Refunded' }],
    changed: [{ key: 'Order Completed' }],
    removed: [],
    kept: [{ key: 'Shop Opened', why: 'only-here' }],
  })
  await other.plan.close()
})

test('what a plan holds already counts as promoted, whoever brought it there', async () => {
  expect((await line())[1]).toMatchObject({ promoted: 1, behind: 0 })
  // Somebody is faster in production, and development follows.
  await publishEdits(production, [edit('Order Completed', schema('Paid'))])
  await publishEdits(development, [edit('Order Completed', schema('Paid'))])
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 0 })
  // Development is ahead, and production comes to hold the same by itself.
  await publishEdits(development, [edit('Cart Viewed', schema('Seen'))])
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 1 })
  await publishEdits(production, [edit('Cart Viewed', schema('Seen'))])
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
  const actions = await people.world.ctx.transaction(async ({ audit }) =>
    (await audit.ofSubject(`plan:${production.plan.planId}`)).map(({ action, details }) => [
      action,
      details.version,
    ]),
  )
  expect(actions.filter(([action]) => action === 'target-caught-up')).toEqual([
    ['target-caught-up', 3],
    ['target-caught-up', 2],
    ['target-caught-up', 1],
  ])
})

test('a promotion that is taken back does not count, and can be promoted again', async () => {
  await promoteAndPublishFirst()
  await publishEdits(development, [edit('Cart Viewed', schema('Seen'))])
  const { number } = await promoteAs()
  await publish(production, await approve(await reload(number)))
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })

  const revert = await revertChangeRequest(people.author, production.name(number))
  await publish(production, await approve(revert))
  expect((await heldBy(production))['Cart Viewed']).toBe('Cart Viewed')
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 1 })
  expect(await liveOn()).toEqual([['Acme Commerce'], ['Production'], []])

  const again = await promoteAs()
  expect(again).toMatchObject({ promotes: { version: 3, from: 2 }, edits: [{ key: 'Cart Viewed' }] })
  await closeChangeRequest(people.author, production.name(again.number))
  // Taking the revert back brings it as well.
  const redo = await revertChangeRequest(people.author, production.name(revert.number))
  await publish(production, await approve(redo))
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
  expect(await liveOn()).toEqual([['Acme Commerce', 'Production'], [], []])
})

const liveOn = async () =>
  (await listVersions(people.author, { plan: development.plan.planId, limit: 5 })).data.map(
    (version) => version.liveOn,
  )

test('a first promotion that is taken back leaves nothing promoted of what it brought', async () => {
  await removeTarget(people.world.ctx, target())
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  await addTarget(people.world.ctx, {
    plan: development.plan.planId,
    target: production.plan.planId,
    stage: 'Production',
  })
  expect((await line())[1]).toMatchObject({ promoted: null, behind: 2 })
  await promoteAndPublish()
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 0 })
  const { data } = await listVersions(people.author, { plan: production.plan.planId, limit: 1 })
  const revert = await revertChangeRequest(people.author, production.name(Number(data[0]?.changeRequest)))
  await publish(production, await approve(revert))
  expect((await line())[1]).toMatchObject({ promoted: null, behind: 2 })
})

test('asked for where nothing is left, it says so, and the line with it', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  await publishEdits(production, [edit('Order Completed', schema('Two'))])
  // As lines were before what both hold counted.
  await people.world.ctx.transaction(async ({ targets }) => {
    const known = await targets.find(production.plan.planId)
    if (known) await targets.save({ ...known, promoted: null })
  })
  expect((await line())[1]).toMatchObject({ promoted: null, behind: 2 })
  expect(await failureOf(promoteAs())).toMatchObject({
    code: 'wrong-state',
    status: 'up-to-date',
    detail: 'Storefront holds everything of version 2 of Storefront already, so there is nothing to promote.',
  })
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 0 })
})

test('only what is live goes on, and an older version may', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  await publishEdits(development, [edit('Order Completed', schema('Three'))])
  expect(await failureOf(promoteAs({ version: 4 }))).toMatchObject({ code: 'invalid-input' })
  await promoteAndPublish({ version: 2 })
  expect((await heldBy(production))['Order Completed']).toBe('Two')
  expect((await line())[1]).toMatchObject({ promoted: 2, behind: 1 })
})

test('a rename goes on by lineage, under the name that the target still has', async () => {
  await promoteAndPublishFirst()
  await publishEdits(development, [edit('Order Refunded', schema('Order Refunded'), 'Order Returned')])
  const view = await promoteAs()
  expect(view.edits).toMatchObject([{ key: 'Order Refunded', newKey: 'Order Returned' }])
  const begun = (await production.plan.states()).length - 1
  await publish(production, await approve(view))
  for (const held of (await production.plan.states()).slice(begun))
    expect(Object.keys(held).filter((key) => key.startsWith('Order Re'))).toHaveLength(1)
  expect(Object.keys(await heldBy(production))).toContain('Order Returned')
})
