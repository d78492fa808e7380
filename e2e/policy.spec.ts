import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { approveAndPublish } from './journey/approve-and-publish'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { segment } from './journey/segment'
import { test } from './journey/test'

const text = { type: 'string', description: 'Text' }
const completed = anEvent('Order Completed', { order_id: text })

test('an area waits for its owner, whoever else has approved', async ({ as }) => {
  const plan = await aPlan([completed], 'A plan with owners')
  const [admin, steward] = [await as('admin'), await as('steward')]

  await admin.goto(pages.policy(plan.id))
  await admin.getByRole('button', { name: 'New group' }).click()
  const dialog = admin.getByRole('dialog', { name: 'New group' })
  await dialog.getByLabel('Name').fill('Order owners')
  await dialog.getByRole('checkbox', { name: 'Admin', exact: true }).check()
  await expectNoBarriers(admin, 'new group')
  await admin.keyboard.press('Enter')
  await expect(admin.getByRole('list', { name: 'Groups' })).toContainText('Admin')

  await admin.getByRole('button', { name: 'Add an area' }).click()
  await admin.getByLabel('Area', { exact: true }).fill('Orders')
  await admin.getByLabel('Events called').fill('Order *')
  await admin.getByRole('combobox', { name: 'Owned by' }).click()
  await admin.getByRole('option', { name: 'Order owners' }).click()
  await admin.getByRole('button', { name: 'Try it on the last requests' }).click()
  await expect(admin.getByText('There is no request yet that it could be tried on.')).toBeVisible()
  await expectNoBarriers(admin, 'policy')
  await admin.getByRole('button', { name: 'Switch it on' }).click()
  await expect(admin.getByText('The policy holds from now on')).toBeVisible()

  const { number } = await aChangeRequest(plan, 'Say the currency', [
    anEvent('Order Completed', { order_id: text, currency: text }),
  ])
  await steward.goto(pages.changeRequest(plan.id, number))
  await steward.getByRole('button', { name: 'Review', exact: true }).first().click()
  await steward.getByRole('dialog', { name: 'Review' }).getByRole('button', { name: 'Approve' }).click()
  const gates = steward.getByRole('list', { name: 'What stands in the way' })
  await expect(gates).toContainText('Orders (Order Completed) still needs the approval of one of its owners')
  await expect(gates).toContainText('Cleared by Admin of Order owners.')
  await expectNoBarriers(steward, 'an owner is missing')

  await admin.goto(steward.url())
  await approveAndPublish(admin, { says: '1 updated in A plan with owners', version: 2 })
  expect(await segment.schemaOf(plan.segmentId, 'Order Completed')).toMatchObject({
    properties: { properties: { properties: { currency: text } } },
  })
})
