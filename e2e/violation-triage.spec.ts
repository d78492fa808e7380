import { expect } from '@playwright/test'
import { EndpointCreated } from '@/contracts/endpoint'
import { listOf } from '@/contracts/listing'
import { apiPaths, pages } from '@/contracts/paths'
import { ViolationView } from '@/contracts/violation'
import { aPlan } from './journey/a-plan'
import { aSendingSource } from './journey/a-sending-source'
import { anEvent } from './journey/an-event'
import { rest } from './journey/rest'
import { test } from './journey/test'

test('two people work through a violation, and it comes back with a newer app', async ({ as }) => {
  const plan = await aPlan(
    [anEvent('Order Completed', { total: { type: 'number' } }, { required: ['total'] })],
    'A plan to triage',
  )
  const endpoint = await rest('admin', 'POST', apiPaths.endpoints(), EndpointCreated, {
    kind: 'violations',
    workspace: plan.workspace.id,
  })
  const app = await aSendingSource(plan, endpoint)
  const seen = async () =>
    (await rest('viewer', 'GET', apiPaths.violations({ plan: plan.id }), listOf(ViolationView))).data[0]
  await app.track('Order Completed', {}, '1.0.0')
  await expect.poll(async () => (await seen())?.count, { timeout: 20_000 }).toBe(1)

  const [author, steward] = [await as('author'), await as('steward')]
  const board = pages.violations({ plan: plan.id, status: 'all' })
  const row = author.getByRole('row').filter({ has: author.getByRole('link', { name: 'Order Completed' }) })

  await test.step('one takes it, by keys', async () => {
    await author.goto(board)
    await expect(row).toContainText('nobody')
    // The list comes with the page, its keys once the browser has brought the list to life; k at the top stays there.
    await expect(async () => {
      await author.keyboard.press('k')
      await expect(row.getByRole('link')).toBeFocused({ timeout: 500 })
    }).toPass()
    await author.keyboard.press('a')
    const dialog = author.getByRole('dialog', { name: 'Assign 1 violation' })
    await dialog.getByRole('button', { name: 'Assign' }).click()
    await expect(row).not.toContainText('nobody')
  })

  await test.step('another has it open, and ignores it with a reason', async () => {
    await steward.goto(pages.violation((await seen())?.id ?? ''))
    await steward.getByRole('button', { name: 'Ignore' }).click()
    const dialog = steward.getByRole('dialog', { name: 'Ignore this violation' })
    await expect(dialog.getByRole('button', { name: 'Ignore' })).toBeDisabled()
    await dialog.getByRole('textbox', { name: 'Why' }).fill('A test shop')
    await dialog.getByRole('button', { name: 'Ignore' }).click()
    await expect(steward.getByText('for good')).toBeVisible()
    await expect(steward.getByRole('list', { name: 'What happened', exact: true })).toContainText(
      'A test shop',
    )
  })

  await test.step('the first resolves it in the version that fixes it', async () => {
    await author.reload()
    await expect(row).toContainText('Ignored')
    await row.getByRole('checkbox').click()
    await author
      .getByRole('toolbar', { name: 'Selected violations' })
      .getByRole('button', { name: 'Resolve' })
      .click()
    const dialog = author.getByRole('dialog', { name: 'Resolve 1 violation' })
    await dialog.getByRole('textbox', { name: /App version/ }).fill('2.0.0')
    await dialog.getByRole('button', { name: 'Resolve' }).click()
    await expect(row).toContainText('Resolved')
    await expect(row).toContainText('in 2.0.0')
  })

  await test.step('an old app still sends it, and changes nothing', async () => {
    await app.track('Order Completed', {}, '1.9.0')
    await expect.poll(async () => (await seen())?.count, { timeout: 20_000 }).toBe(2)
    expect(await seen()).toMatchObject({ status: 'resolved', regressedAt: null })
  })

  await test.step('the app that should be fixed sends it, and it is back', async () => {
    await app.track('Order Completed', {}, '2.0.0')
    await expect.poll(async () => (await seen())?.status, { timeout: 20_000 }).toBe('open')
    await author.reload()
    await expect(row).toContainText('came back')
    await row.getByRole('link').click()
    await expect(author.getByRole('list', { name: 'What happened', exact: true })).toContainText(
      'came back with 2.0.0',
    )
  })
})
