import { expect, type Page } from '@playwright/test'
import { EndpointCreated } from '@/contracts/endpoint'
import { listOf } from '@/contracts/listing'
import { apiPaths, pages } from '@/contracts/paths'
import { ViolationView } from '@/contracts/violation'
import { aPlan } from './journey/a-plan'
import { aSendingSource } from './journey/a-sending-source'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { rest } from './journey/rest'
import { test } from './journey/test'

const happened = (page: Page) => page.getByRole('list', { name: 'What happened', exact: true })
const box = (page: Page) => page.getByRole('textbox', { name: 'Comment on this violation' })
const mention = (page: Page) => page.getByRole('link', { name: /^Answer: \d+ violations? mentions? you$/ })
/** A page that is open asks three times a minute what is new. */
const unasked = { timeout: 30_000 }

test('two people talk about a violation, and whoever is mentioned is told until they answer', async ({
  as,
}) => {
  const plan = await aPlan(
    [anEvent('Order Completed', { total: { type: 'number' } }, { required: ['total'] })],
    'A plan to talk about',
  )
  const endpoint = await rest('admin', 'POST', apiPaths.endpoints(), EndpointCreated, {
    kind: 'violations',
    workspace: plan.workspace.id,
  })
  const app = await aSendingSource(plan, endpoint)
  await app.track('Order Completed', {}, '1.0.0')
  const arrived = async () =>
    (await rest('viewer', 'GET', apiPaths.violations({ plan: plan.id }), listOf(ViolationView))).data[0]
  await expect.poll(async () => (await arrived())?.count, { timeout: 20_000 }).toBe(1)
  const address = pages.violation((await arrived())?.id ?? '')
  const [author, steward] = [await as('author'), await as('steward')]

  await test.step('one asks somebody by name; a reload takes no words away', async () => {
    await author.goto(address)
    await expect(happened(author)).toBeVisible()
    await author.getByRole('button', { name: 'Comment', exact: true }).press('Enter')
    await expect(box(author)).toBeFocused()
    await author.keyboard.type('Does the kiosk send no total, @stew')
    await author.getByRole('option', { name: /Test Steward/ }).click()
    await expect(box(author)).toHaveValue('Does the kiosk send no total, @Test Steward ')
    await expectNoBarriers(author, 'a comment on a violation being written')
    await author.reload()
    await expect(box(author)).toHaveValue('Does the kiosk send no total, @Test Steward ')
    await box(author).press('Control+Enter')
    await expect(happened(author)).toContainText('Does the kiosk send no total, @Test Steward')
    await expect(box(author)).toHaveCount(0)
  })

  await test.step('the other is told on the overview, and led there', async () => {
    await steward.goto(pages.overview())
    await mention(steward).click()
    await expect(happened(steward)).toContainText('Test Author')
    await expect(happened(steward)).toContainText('Does the kiosk send no total, @Test Steward')
    await expectNoBarriers(steward, 'a violation that is talked about')
  })

  await test.step('the answer shows without asking for it, and nobody is told any more', async () => {
    await steward.getByRole('button', { name: 'Comment', exact: true }).click()
    await box(steward).fill('Not before 2.0.')
    await steward.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(happened(steward)).toContainText('Not before 2.0.')
    await expect(happened(author)).toContainText('Not before 2.0.', unasked)
    await steward.goto(pages.overview())
    await expect(steward.getByRole('heading', { name: 'What would help most' })).toBeVisible()
    await expect(mention(steward)).toHaveCount(0)
  })

  await test.step('words can be changed by whoever wrote them, and by nobody else', async () => {
    await steward.goto(address)
    const own = steward.getByRole('button', { name: 'Change your comment' })
    await expect(own).toHaveCount(1)
    await own.click()
    await steward.getByRole('menuitem', { name: 'Edit' }).click()
    await steward.getByRole('textbox', { name: 'Your comment' }).fill('Not before 2.1.')
    await steward.getByRole('button', { name: 'Save' }).click()
    await expect(happened(steward)).toContainText('Not before 2.1.')
    await expect(happened(steward)).toContainText('edited')
    await own.click()
    await steward.getByRole('menuitem', { name: 'Delete' }).click()
    await steward
      .getByRole('alertdialog', { name: 'Delete your comment?' })
      .getByRole('button', { name: 'Delete' })
      .click()
    await expect(happened(steward)).toContainText('This comment was deleted.')
    await expect(happened(author)).toContainText('This comment was deleted.', unasked)
    await expect(happened(author)).not.toContainText('Not before')
  })
})
