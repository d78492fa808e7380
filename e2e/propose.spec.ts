import { expect } from '@playwright/test'
import { z } from 'zod'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { approveAndPublish } from './journey/approve-and-publish'
import { choose } from './journey/choose'
import { segment } from './journey/segment'
import { test } from './journey/test'

const text = { type: 'string' }

const orderCompleted = anEvent(
  'Order Completed',
  { order_id: text, total: text, coupon: text, status: text, old_code: text },
  { required: ['order_id'] },
)

test('somebody proposes, somebody else asks for more and then approves, and Segment has it', async ({
  as,
}) => {
  const plan = await aPlan([orderCompleted])
  const [author, steward, viewer] = [await as('author'), await as('steward'), await as('viewer')]
  const changes = author.getByRole('list', { name: 'Changes' })

  await test.step('the author edits in place, and a reload loses nothing', async () => {
    await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Order Completed' }))
    await author.getByRole('button', { name: 'Propose a change' }).click()

    await author.getByRole('button', { name: 'Add a property' }).click()
    await author.getByRole('textbox', { name: 'Name of the new property' }).fill('gift')
    await choose(author, 'Type of the new property', 'boolean')
    await author.getByRole('button', { name: 'Add', exact: true }).click()
    await author.getByRole('button', { name: 'Done' }).click()
    await choose(author, 'Type of total', 'number')
    await author.getByRole('checkbox', { name: 'coupon is required' }).click()
    await author.getByRole('button', { name: 'Values of status' }).click()
    const values = author.getByRole('textbox', { name: 'Allowed values' })
    for (const value of ['open', 'paid']) {
      await values.fill(value)
      await values.press('Enter')
    }
    await author.keyboard.press('Escape')
    await author.getByRole('textbox', { name: 'Description of order_id' }).fill('The number of the order')
    await author.getByRole('textbox', { name: 'Description of order_id' }).press('Enter')
    await author.getByRole('button', { name: 'Remove old_code' }).click()

    const sentences = [
      'gift is new (boolean, optional)',
      'total has another type: string → number',
      'coupon is required now',
      'status may only be "open" or "paid" now',
      'The description of order_id was added',
      'old_code was removed',
    ]
    for (const sentence of sentences) await expect(changes).toContainText(sentence)
    await author.reload()
    for (const sentence of sentences) await expect(changes).toContainText(sentence)
  })

  await test.step('and submits it as a change request', async () => {
    await author.getByRole('button', { name: 'Save as change request' }).click()
    const dialog = author.getByRole('dialog', { name: 'Save as a change request' })
    await expect(dialog.getByLabel('Title')).toHaveValue('Change Order Completed')
    await dialog.getByLabel('Why').fill('Finance asks for the total as a number.')
    await dialog.getByRole('button', { name: 'Create change request' }).click()
    await expect(author.getByRole('heading', { name: /^Change Order Completed #\d+$/ })).toBeVisible()
    await author.getByRole('button', { name: 'Submit for review' }).click()
    await expect(author.getByText('In review', { exact: true })).toBeVisible()
    // Nobody approves what is theirs.
    await expect(author.getByRole('button', { name: 'Review', exact: true })).toHaveCount(0)
  })

  await test.step('a steward sees what it breaks, and asks for changes with a reason', async () => {
    await steward.goto(author.url())
    await steward.getByRole('tab', { name: 'Changes' }).click()
    await expect(steward.getByText('total has another type: string → number')).toBeVisible()
    await expect(steward.getByText('breaking').first()).toBeVisible()
    await steward.getByRole('button', { name: 'Raw diff of Order Completed' }).click()
    await expect(steward.getByText('"gift"').first()).toBeVisible()

    await steward.getByRole('button', { name: 'Review', exact: true }).first().click()
    const dialog = steward.getByRole('dialog', { name: 'Review' })
    await dialog.getByRole('button', { name: 'Ask for changes' }).click()
    await expect(dialog.getByText('Say what should change; everybody sees it.')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Comment' }).fill('Old apps send no coupon: keep it optional.')
    await dialog.getByRole('button', { name: 'Ask for changes' }).click()
    await expect(steward.getByText('Changes asked for', { exact: true })).toBeVisible()
  })

  await test.step('which everybody reads', async () => {
    await viewer.goto(author.url())
    await expect(viewer.getByRole('list', { name: 'Timeline' })).toContainText('Old apps send no coupon')
    await expect(viewer.getByText('Finance asks for the total as a number.')).toBeVisible()
    await expect(viewer.getByRole('textbox', { name: 'Comment' })).toHaveCount(0)
  })

  await test.step('the author changes it and submits it again', async () => {
    // The page reads the request again by itself.
    await expect(author.getByText('Changes asked for', { exact: true })).toBeVisible()
    await author.getByRole('tab', { name: 'Changes' }).click()
    await author.getByRole('link', { name: 'Edit Order Completed' }).click()
    await author.getByRole('checkbox', { name: 'coupon is required' }).click()
    await author.getByRole('button', { name: /^Save to #\d+$/ }).click()
    await author.getByRole('button', { name: /^Submit/ }).click()
    await expect(author.getByText('In review', { exact: true })).toBeVisible()
  })

  await test.step('the steward approves and publishes', async () => {
    await steward.reload()
    await expect(steward.getByText('gift is new (boolean, optional)')).toBeVisible()
    await expect(steward.getByText('coupon is required now')).toHaveCount(0)
    await approveAndPublish(steward, { says: '1 updated in A plan at Acme Commerce (sandbox)', version: 2 })
  })

  await test.step('the catalog and the history show the new version, and the old one can be looked at', async () => {
    await author.goto(pages.catalog(plan.id))
    await expect(author.getByText('Version 2 is live')).toBeVisible()
    await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Order Completed' }, { tab: 'history' }))
    await expect(author.getByText('total has another type: string → number')).toBeVisible()
    await author.getByRole('link', { name: 'Version 1' }).click()
    await expect(author.getByText('You are looking at version 1 of 2.')).toBeVisible()
  })

  const held = await segment.ask(
    'GET',
    `/tracking-plans/${plan.segmentId}/rules?pagination.count=10`,
    z.object({ data: z.object({ rules: z.array(z.object({ jsonSchema: z.unknown() })) }) }),
  )
  expect(held.data.rules).toHaveLength(1)
  expect(held.data.rules[0]?.jsonSchema).toMatchObject({
    properties: {
      properties: {
        properties: {
          order_id: { type: 'string', description: 'The number of the order' },
          total: { type: 'number' },
          coupon: { type: 'string' },
          status: { type: 'string', enum: ['open', 'paid'] },
          gift: { type: 'boolean' },
        },
        required: ['order_id'],
      },
    },
  })
  expect(JSON.stringify(held.data.rules[0]?.jsonSchema)).not.toContain('old_code')
})

test('an event is added and another removed, in one request', async ({ as }) => {
  const plan = await aPlan([orderCompleted, anEvent('Old Event', { id: text })])
  const [author, steward] = [await as('author'), await as('steward')]

  await test.step('a new event begins as a copy of another', async () => {
    await author.goto(pages.catalog(plan.id))
    await author.getByRole('button', { name: 'New event' }).click()
    const dialog = author.getByRole('dialog', { name: 'New event' })
    await dialog.getByLabel('Name').fill('Old Event')
    await expect(dialog.getByText('The plan has a rule of that name already.')).toBeVisible()
    await dialog.getByLabel('Name').fill('Order Refunded')
    await dialog.getByLabel('Description').fill('Money went back.')
    await dialog.getByLabel('Copy the properties of').fill('Order Comp')
    await dialog.getByRole('button', { name: /^Order Completed/ }).click()
    await dialog.getByRole('button', { name: 'Continue' }).click()
    await expect(author.getByRole('textbox', { name: 'Name of coupon' })).toBeVisible()
    await author.getByRole('button', { name: 'Save as change request' }).click()
    await author.getByRole('button', { name: 'Create change request' }).click()
    await expect(author.getByRole('heading', { name: /^Add Order Refunded #\d+$/ })).toBeVisible()
  })

  await test.step('the other goes into the same request', async () => {
    await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Old Event' }))
    await author.getByRole('button', { name: 'Propose a change' }).click()
    await author.getByRole('button', { name: 'Remove this event' }).click()
    await author.getByRole('button', { name: 'Save as change request' }).click()
    await author.getByRole('button', { name: 'One of my open ones' }).click()
    await author.getByRole('button', { name: /^Add to #\d+$/ }).click()
    await author.getByRole('button', { name: 'Submit for review' }).click()
    await expect(author.getByText('In review', { exact: true })).toBeVisible()
  })

  await steward.goto(author.url())
  await approveAndPublish(steward, { says: '1 added, 1 removed in A plan', version: 2 })
  await steward.getByRole('link', { name: 'Open the catalog' }).click()
  await expect(steward.getByRole('table', { name: 'Events' }).getByRole('link')).toHaveText([
    'Order Completed',
    'Order Refunded',
  ])
  const held = await segment.rulesOf(plan.segmentId)
  expect(held.map(({ key }) => key)).toEqual(['Order Completed', 'Order Refunded'])
  expect(held[1]?.jsonSchema).toMatchObject({
    description: 'Money went back.',
    properties: { properties: { properties: { coupon: text } } },
  })
})

test('a request can be withdrawn, closed and reopened', async ({ as }) => {
  const plan = await aPlan([orderCompleted])
  const author = await as('author')
  await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Order Completed' }, { propose: 'new' }))
  await author.getByRole('button', { name: 'Remove coupon' }).click()
  await author.getByRole('button', { name: 'Save as change request' }).click()
  await author.getByRole('button', { name: 'Create change request' }).click()
  await author.getByRole('button', { name: 'Submit for review' }).click()
  await expect(author.getByText('In review', { exact: true })).toBeVisible()
  await author.getByRole('button', { name: 'More' }).click()
  await author.getByRole('menuitem', { name: 'Withdraw to draft' }).click()
  await expect(author.getByText('Draft', { exact: true })).toBeVisible()
  await author.getByRole('button', { name: 'More' }).click()
  await author.getByRole('menuitem', { name: 'Close without publishing' }).click()
  await expect(author.getByText('Closed', { exact: true })).toBeVisible()
  await author.getByRole('button', { name: 'Reopen' }).click()
  await expect(author.getByText('Draft', { exact: true })).toBeVisible()
  await expect(author.getByRole('tab', { name: 'Changes' })).toContainText('1')
})
