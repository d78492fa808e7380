import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { test } from './journey/test'

const text = { type: 'string' }

test('two people in one request see each other, and neither writes over the other', async ({ as }) => {
  const plan = await aPlan([anEvent('Order Completed', { order_id: text, coupon: text })])
  const { number } = await aChangeRequest(plan, 'Tell the total', [
    anEvent('Order Completed', { order_id: text, coupon: text, total: { type: 'number' } }),
  ])
  const [author, steward] = [await as('author'), await as('steward')]
  const order = { type: 'TRACK', key: 'Order Completed' }
  await author.goto(pages.changeRequest(plan.id, number))
  await steward.goto(pages.changeRequest(plan.id, number))
  const here = steward.getByRole('list', { name: 'Here now' })
  await expect(here).toContainText('Test Author is here', { timeout: 10_000 })
  await expect(author.getByRole('list', { name: 'Here now' })).toContainText('Test Steward is here')

  await author.goto(pages.rule(plan.id, order, { propose: number }))
  await expect(here).toContainText('Test Author edits Order Completed')
  await steward.goto(pages.rule(plan.id, order, { propose: number }))
  const warning = 'Test Author edits this event in this request right now.'
  await expect(steward.getByText(warning)).toBeVisible()

  await author.getByRole('checkbox', { name: 'coupon is required' }).check()
  await steward.getByRole('checkbox', { name: 'total is required' }).check()
  await author.getByRole('button', { name: `Save to #${number}` }).click()
  await expect(author.getByText(`Saved to #${number}.`)).toBeVisible()
  await steward.getByRole('button', { name: `Save to #${number}` }).click()
  await expect(steward.getByText('This has changed since you looked.')).toBeVisible()
  await expect(steward.getByRole('checkbox', { name: 'total is required' })).toBeChecked()

  await author.context().close()
  await expect(steward.getByText(warning)).toHaveCount(0, { timeout: 20_000 })
})
