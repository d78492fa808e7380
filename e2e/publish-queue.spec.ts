import { expect } from '@playwright/test'
import { ChangeRequestView } from '@/contracts/change-request'
import { JobStarted } from '@/contracts/job'
import { apiPaths, pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { rest } from './journey/rest'
import { segment } from './journey/segment'
import { test } from './journey/test'

const text = { type: 'string', description: 'Text' }
const [added, removed] = ['Product Added', 'Product Removed'].map((key) => anEvent(key, { sku: text }))
const withCoupon = (key: string) => anEvent(key, { sku: text, coupon: text })

/** As the control for day and time has it, by the clock of this machine, which the browser has as well. */
const tomorrow = () => {
  const day = new Date(Date.now() + 24 * 3_600_000)
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

test('a request is scheduled, a second one stands behind it, and both arrive', async ({ as }) => {
  if (added === undefined || removed === undefined) throw new Error('Two events are needed.')
  const plan = await aPlan([added, removed], 'A plan with a queue')
  const [first, second] = [
    await aChangeRequest(plan, 'Coupon of what is added', [withCoupon('Product Added')]),
    await aChangeRequest(plan, 'Coupon of what is removed', [withCoupon('Product Removed')]),
  ]
  for (const { number, fingerprint } of [first, second])
    await rest('steward', 'POST', `${apiPaths.changeRequest(plan.id, number)}/reviews`, ChangeRequestView, {
      verdict: 'approve',
      fingerprint,
    })

  const page = await as('steward')
  await page.goto(pages.changeRequest(plan.id, first.number))
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: /^Publish to / })
  await expect(question).toContainText('1 updated in A plan with a queue')
  await question.getByRole('button', { name: 'At a time' }).click()
  await question.getByLabel('Not before').fill(tomorrow())
  await expectNoBarriers(page, 'schedule a publish')
  await question.getByRole('button', { name: 'Schedule' }).click()
  await expect(page.getByText(/^To be published in 23 h/)).toBeVisible()
  await expect(page.getByRole('list', { name: 'What stands in the way' })).toContainText(
    'scheduled the publish',
  )
  await expectNoBarriers(page, 'a scheduled publish')

  await page.goto(`${pages.changeRequests()}?plan=${plan.id}`)
  await expect(page.getByRole('list', { name: 'Publish queue' })).toContainText('Coupon of what is added')
  await expectNoBarriers(page, 'publish queue')

  // Both come due together, one after the other.
  const due = Date.now() + 5_000
  for (const [place, { number }] of [first, second].entries())
    await rest('steward', 'POST', `${apiPaths.changeRequest(plan.id, number)}/publish`, JobStarted, {
      at: new Date(due + place).toISOString(),
    })
  await page.goto(pages.changeRequest(plan.id, second.number))
  await expect(page.getByText('Published as version 3. Segment holds it.')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('brought it up to date with version 2')).toBeVisible()
  await page.goto(pages.changeRequest(plan.id, first.number))
  await expect(page.getByText('Published as version 2. Segment holds it.')).toBeVisible()
  for (const key of ['Product Added', 'Product Removed'])
    expect(await segment.schemaOf(plan.segmentId, key)).toMatchObject({
      properties: { properties: { properties: { coupon: text } } },
    })
})
