import { expect, test } from 'vitest'
import { closeChangeRequest } from '../change-requests/close-change-request'
import { Killed, killedAt } from '../change-requests/killed-at.cases'
import { edit, schema } from '../change-requests/publishing.cases'
import { saveEdits } from '../change-requests/save-edits'
import { updateChangeRequest } from '../change-requests/update-change-request'
import {
  approve,
  development,
  heldBy,
  line,
  people,
  production,
  promoteAs,
  publish,
  publishEdits,
  reload,
  target,
  withLine,
} from './promotion.cases'
import { removeTarget } from './remove-target'

withLine()

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
