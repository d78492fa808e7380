import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ChangeRequestView, EditInput } from '@/contracts/change-request'
import { aRule } from '@/testing/a-rule'
import { failureOf } from '@/testing/sandbox-world'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { giveReview } from '../change-requests/give-review'
import { Killed, killedAt } from '../change-requests/killed-at.cases'
import {
  edit,
  openPublishing,
  type Publishing,
  type StartedPlan,
  schema,
} from '../change-requests/publishing.cases'
import { readChangeRequest } from '../change-requests/read-change-request'
import { resolveConflicts } from '../change-requests/resolve-conflicts'
import { revertChangeRequest } from '../change-requests/revert-change-request'
import { saveEdits } from '../change-requests/save-edits'
import { submitChangeRequest } from '../change-requests/submit-change-request'
import { updateChangeRequest } from '../change-requests/update-change-request'
import { checked } from '../checks/checked.cases'
import { listVersions } from '../plans/list-versions'
import { addTarget } from './add-target'
import { listTargets } from './list-targets'
import { previewPromotion } from './preview-promotion'
import { promote } from './promote'
import { removeTarget } from './remove-target'

let people: Publishing
let development: StartedPlan
let production: StartedPlan
beforeAll(async () => {
  people = await openPublishing()
})
beforeEach(async () => {
  development = await people.start()
  production = await people.start()
  await addTarget(people.world.ctx, {
    plan: development.plan.planId,
    target: production.plan.planId,
    stage: 'Production',
  })
})
afterEach(() => Promise.all([development.plan.close(), production.plan.close()]))
afterAll(() => people.close())

/** An approved request, all the way to Segment. */
const publish = async (bench: StartedPlan, number: number) => {
  const jobId = await bench.claim(number)
  expect(await bench.run(number, jobId)).toHaveProperty('done')
  await bench.jobEnds(jobId)
}
const publishEdits = async (bench: StartedPlan, edits: EditInput[]) =>
  publish(bench, await bench.approved(edits))

const target = () => ({ plan: development.plan.planId, id: production.plan.planId })
const promoteAs = (asked: { version?: number; exact?: boolean } = {}, ctx = people.author) =>
  promote(ctx, { ...target(), ...asked })

const approve = async ({ number }: ChangeRequestView) => {
  const view = await checked(people.world.ctx, await production.request(number))
  if (view.status === 'draft') await submitChangeRequest(people.author, production.name(number))
  const { fingerprint } = await production.request(number)
  await giveReview(people.steward, { ...production.name(number), verdict: 'approve', fingerprint })
  return number
}
const promoteAndPublish = async (asked: Parameters<typeof promoteAs>[0] = {}) =>
  publish(production, await approve(await promoteAs(asked)))

const line = async () => {
  const { data } = await listTargets(people.author, { plan: development.plan.planId })
  return data.map(({ stage, liveVersion, promoted, behind, waiting }) => ({
    stage,
    liveVersion,
    promoted: promoted?.version ?? null,
    behind,
    waiting: waiting?.number ?? null,
  }))
}
const reload = (number: number) => readChangeRequest(people.author, production.name(number))
const heldBy = async (bench: StartedPlan) => {
  const held = (await bench.plan.held()) as Record<string, { description?: string; properties: object }>
  return Object.fromEntries(Object.entries(held).map(([key, { description }]) => [key, description]))
}

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

/** Both hold version 2 of development, and know it. */
const promoteAndPublishFirst = async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  await promoteAndPublish()
}

test('what both changed at one place is settled in the request, and nothing of either is lost before', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [edit('Order Completed', schema('As production says'))])
  await publishEdits(development, [edit('Order Completed', schema('Three'))])

  const view = await promoteAs()
  expect(view).toMatchObject({
    status: 'draft',
    edits: [{ key: 'Order Completed', before: { description: 'Two' }, after: { description: 'Three' } }],
    conflicts: [{ schemaPointer: '/description', base: 'Two', ours: 'Three', theirs: 'As production says' }],
    can: { update: true, publish: false },
  })
  expect(view.gates.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['conflicts', 'out-of-date', 'approvals-missing']),
  )
  expect(await failureOf(updateChangeRequest(people.author, production.name(view.number)))).toMatchObject({
    code: 'conflicted',
  })
  // More is written while the conflict is open: the edit still begins on what both held.
  const edited = await saveEdits(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    edits: [edit('Order Completed', schema('Three')), edit('Left As It Is', schema('Left, with a word'))],
  })
  expect(edited).toMatchObject({
    edits: [{ before: { description: 'Two' } }, { key: 'Left As It Is' }],
    conflicts: [{ theirs: 'As production says' }],
  })
  const settled = await resolveConflicts(people.author, {
    ...production.name(view.number),
    fingerprint: edited.fingerprint,
    choices: [{ rule: { type: 'TRACK', key: 'Order Completed', version: 1 }, take: 'ours' }],
  })
  expect(settled).toMatchObject({
    conflicts: [],
    edits: [
      {
        key: 'Order Completed',
        before: { description: 'As production says' },
        after: { description: 'Three' },
      },
      { key: 'Left As It Is' },
    ],
    can: { update: false },
  })
  expect(settled.gates.map(({ code }) => code)).not.toContain('out-of-date')
  await publish(production, await approve(settled))
  expect(await heldBy(production)).toMatchObject({
    'Order Completed': 'Three',
    'Left As It Is': 'Left, with a word',
  })
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
})

test('taking a conflicting edit out does not let the rest go past what the target holds', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [
    edit('Order Completed', schema('As production says')),
    edit('Cart Viewed', { ...schema('Cart Viewed'), title: 'Of production' }),
  ])
  await publishEdits(development, [
    edit('Order Completed', schema('Three')),
    edit('Cart Viewed', schema('Seen')),
  ])
  const view = await promoteAs()
  const rest = await saveEdits(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    edits: [edit('Cart Viewed', schema('Seen'))],
  })
  expect(rest.conflicts).toEqual([])
  expect(rest.gates.map(({ code }) => code)).toContain('out-of-date')
  const updated = await updateChangeRequest(people.author, production.name(view.number))
  expect(updated.edits).toMatchObject([{ after: { description: 'Seen', title: 'Of production' } }])
  expect(updated.gates.map(({ code }) => code)).not.toContain('out-of-date')
})

test('two names for one rule are a conflict like any other, and the target goes on by the one that is chosen', async () => {
  await promoteAndPublishFirst()
  await publishEdits(production, [edit('Cart Viewed', schema('Cart Viewed'), 'Cart Opened')])
  await publishEdits(development, [edit('Cart Viewed', schema('Cart Viewed'), 'Basket Viewed')])
  const view = await promoteAs()
  expect(view.conflicts).toMatchObject([
    { kind: 'name', base: 'Cart Viewed', ours: 'Basket Viewed', theirs: 'Cart Opened' },
  ])
  const settled = await resolveConflicts(people.author, {
    ...production.name(view.number),
    fingerprint: view.fingerprint,
    choices: [{ rule: { type: 'TRACK', key: 'Cart Viewed', version: 1 }, take: 'ours' }],
  })
  expect(settled.edits).toMatchObject([{ key: 'Cart Opened', newKey: 'Basket Viewed' }])
})

test('exactly: only by a person’s word does the target lose what it has of its own', async () => {
  await publishEdits(production, [edit('Only In Production', schema('Ours'))])
  await publishEdits(development, [edit('Order Completed', schema('Paid'))])
  await promoteAndPublish({ exact: true })
  expect(await production.plan.held()).toEqual(await development.plan.held())
})

test('a promotion that is closed changes nothing of the line, and the next one is a new request', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  const { number } = await promoteAs()
  await closeChangeRequest(people.author, production.name(number))
  expect((await line())[1]).toMatchObject({ promoted: 1, behind: 1, waiting: null })
  expect((await promoteAs()).number).not.toBe(number)
})

test('of two promotions at once the one that was published last takes nothing back', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  const older = await promoteAs()
  await publishEdits(development, [edit('Cart Viewed', schema('Three'))])
  const newer = await promoteAs()
  expect(newer.number).not.toBe(older.number)
  await publish(production, await approve(newer))
  expect((await line())[1]).toMatchObject({ promoted: 3 })
  // All of the older one is there already; what its author adds goes out alone.
  const late = await updateChangeRequest(people.author, production.name(older.number))
  expect(late.edits).toEqual([])
  await saveEdits(people.author, {
    ...production.name(older.number),
    fingerprint: late.fingerprint,
    edits: [edit('Left As It Is', schema('More'))],
  })
  await publish(production, await approve(await reload(older.number)))
  expect((await line())[1]).toMatchObject({ promoted: 3, behind: 0 })
})

test('unlinked while a promotion is open, the request goes out like any other and is remembered by nobody', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  const view = await promoteAs()
  await removeTarget(people.world.ctx, target())
  await publish(production, await approve(view))
  expect((await heldBy(production))['Order Completed']).toBe('Two')
  expect(await line()).toHaveLength(1)
  expect((await reload(view.number)).promotes).toMatchObject({ version: 2 })
})

test('two people who press at once get one request', async () => {
  await publishEdits(development, [edit('Order Completed', schema('Two'))])
  const [one, other] = await Promise.all([promoteAs(), promoteAs({}, people.steward)])
  expect(one.number).toBe(other.number)
})

test('a publish that is killed at any boundary records the promoted version, once', {
  timeout: 120_000,
}, async () => {
  let version = 1
  for (let at = 1, isAlive = false; !isAlive; at += 3) {
    version += 1
    await publishEdits(development, [edit('Order Completed', schema(`Version ${version}`))])
    const number = await approve(await promoteAs())
    const death = killedAt(at)
    try {
      const jobId = await production.claim(number, death.mortal(people.steward))
      await production.run(number, jobId, death.mortal(production.worker(jobId)))
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
    isAlive = death.isAlive()
    if (!isAlive) {
      const { status, jobId } = await production.request(number)
      if (status !== 'published') expect((await line())[1]).not.toMatchObject({ promoted: version })
      const claimed = status === 'approved' ? await production.claim(number) : `${jobId}`
      expect(await production.run(number, claimed), `killed at ${at}`).toHaveProperty('done')
    }
    const view = await production.request(number)
    expect(view.status).toBe('published')
    expect((await line())[1]).toMatchObject({ promoted: version, behind: 0 })
    expect(view.timeline.filter(({ kind }) => kind === 'publish-succeeded')).toHaveLength(1)
    await production.jobEnds(`${view.jobId}`)
  }
  expect(version).toBeGreaterThan(5)
})
