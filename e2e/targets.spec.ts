import { expect } from '@playwright/test'
import { apiPaths, pages } from '@/contracts/paths'
import { PolicyView } from '@/contracts/policy'
import { aChangeRequest, approvedAndPublished } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { choose } from './journey/choose'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { rest } from './journey/rest'
import { segment } from './journey/segment'
import { test } from './journey/test'

const text = { type: 'string', description: 'Text' }
const completed = anEvent('Order Completed', { order_id: text })
const withCurrency = anEvent('Order Completed', { order_id: text, currency: text })
const ofProduction = anEvent('Fraud Suspected', { order_id: text })

test('what was published in development goes on to production, which two people have to approve', async ({
  as,
}) => {
  const development = await aPlan([completed], 'Shop development')
  const production = await aPlan([completed, ofProduction], 'Shop production')
  const { policy, revision } = await rest('admin', 'GET', apiPaths.policy(production.id), PolicyView)
  await rest('admin', 'PUT', apiPaths.policy(production.id), PolicyView, {
    policy: { ...policy, approvals: 2 },
    revision,
  })
  const [admin, author, steward] = [await as('admin'), await as('author'), await as('steward')]

  await test.step('an admin lets production follow development', async () => {
    await admin.goto(pages.targets(development.id))
    await expect(admin.getByText('Shop development stands alone')).toBeVisible()
    await expectNoBarriers(admin, 'a plan that stands alone')
    await admin.getByRole('button', { name: 'Add a stage' }).click()
    const dialog = admin.getByRole('dialog', { name: 'Add a stage' })
    await dialog.getByLabel('Stage').fill('Production')
    await choose(admin, 'Plan', 'Shop production')
    await expectNoBarriers(admin, 'add a stage')
    await dialog.getByRole('button', { name: 'Add the stage' }).click()
    const stages = admin.getByRole('list', { name: 'Stages' })
    await expect(stages).toContainText('has version 1 of Shop development')
    await admin.getByRole('button', { name: 'More about Shop development' }).click()
    await admin.getByRole('menuitem', { name: 'Name the stage' }).click()
    const naming = admin.getByRole('dialog', { name: 'Name the stage of Shop development' })
    await naming.getByLabel('Stage').fill('Development')
    await admin.keyboard.press('Enter')
    await expect(stages).toContainText('has version 1 of Development')
    await expectNoBarriers(admin, 'targets')
  })

  await approvedAndPublished(await aChangeRequest(development, 'Say the currency', [withCurrency]))

  await test.step('the author sees what would happen, and promotes', async () => {
    await author.goto(pages.catalog(development.id))
    await author.getByRole('button', { name: 'Promote to Production' }).click()
    const dialog = author.getByRole('dialog', { name: 'Promote to Production' })
    await expect(dialog.getByRole('list', { name: 'Changed' })).toHaveText('Order Completed')
    await expect(dialog.getByRole('list', { name: 'Kept as they are' })).toHaveText(
      'Fraud Suspected only here',
    )
    await expectNoBarriers(author, 'promote')
    await dialog.getByRole('button', { name: 'Open a change request' }).click()
    await expect(
      author.getByRole('heading', { name: /^Promote version 2 of Shop development #\d+$/ }),
    ).toBeVisible()
    await expect(author.getByRole('link', { name: 'version 2 of Shop development' })).toBeVisible()
  })

  await test.step('two people approve, since production asks for two', async () => {
    for (const page of [steward, admin]) {
      await page.goto(author.url())
      await page.getByRole('button', { name: 'Review', exact: true }).first().click()
      await page.getByRole('dialog', { name: 'Review' }).getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByRole('dialog', { name: 'Review' })).toHaveCount(0)
      if (page === steward)
        await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
    }
    await admin.getByRole('button', { name: 'Publish', exact: true }).click()
    const question = admin.getByRole('alertdialog', { name: /^Publish to / })
    await expect(question).toContainText('1 updated in Shop production')
    await question.getByRole('button', { name: 'Publish' }).click()
    await expect(admin.getByText('Published as version 2. Segment holds it.')).toBeVisible({
      timeout: 30_000,
    })
  })

  await author.goto(pages.catalog(production.id))
  await expect(author.getByRole('list', { name: 'Stages' })).toContainText('has version 2 of Development')
  const held = await segment.rulesOf(production.segmentId)
  expect(held.map(({ key }) => key).sort()).toEqual(['Fraud Suspected', 'Order Completed'])
  expect(await segment.schemaOf(production.segmentId, 'Order Completed')).toMatchObject({
    properties: { properties: { properties: { currency: text } } },
  })
})

test('a new plan is made in Segment, and follows until it is removed', async ({ as }) => {
  const development = await aPlan([completed], 'Alone')
  const admin = await as('admin')
  await admin.goto(pages.targets(development.id))
  await admin.getByRole('button', { name: 'Add a stage' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Add a stage' })
  await dialog.getByLabel('Stage').fill('Staging')
  await dialog.getByRole('button', { name: 'A new plan' }).click()
  await dialog.getByLabel('Name of the plan in Segment').fill('Alone (staging)')
  await expectNoBarriers(admin, 'make a plan')
  await dialog.getByRole('button', { name: 'Make the plan in Segment' }).click()
  const stages = admin.getByRole('list', { name: 'Stages' })
  await expect(stages).toContainText('version 1 is live')
  await admin.getByRole('button', { name: 'Promote to Staging' }).click()
  await expect(admin.getByRole('dialog').getByRole('list', { name: 'Added' })).toHaveText('Order Completed')
  await admin.keyboard.press('Escape')

  await admin.getByRole('button', { name: 'More about Staging' }).click()
  await admin.getByRole('menuitem', { name: 'Remove from the line' }).click()
  const question = admin.getByRole('alertdialog', { name: 'Let Staging follow no more?' })
  await expect(question).toContainText('Alone (staging) stays as it is, in Segment and here')
  await question.getByRole('button', { name: 'Remove from the line' }).click()
  await expect(admin.getByText('Alone stands alone')).toBeVisible()
})
