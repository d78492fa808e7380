import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { choose } from './journey/choose'
import { test } from './journey/test'

const many = Array.from({ length: 300 }, (_, at) =>
  anEvent(`Event ${String(at + 1).padStart(3, '0')}`, { id: { type: 'string' } }),
)
const orderCompleted = anEvent(
  'Order Completed',
  {
    order_id: { type: 'string', description: 'The number of the order' },
    currency: { type: 'string', enum: ['EUR', 'USD'] },
    products: {
      type: 'array',
      items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] },
    },
  },
  { required: ['order_id'], description: 'An order was paid.' },
)
const identify = { type: 'IDENTIFY', version: 1, jsonSchema: { type: 'object' } }

test('a plan is found, filtered and read, and the address holds what is seen', async ({ as }) => {
  const plan = await aPlan([...many, orderCompleted, identify], 'A long plan')
  const page = await as('viewer')
  const fetchedAhead: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('_rsc=')) fetchedAhead.push(request.url())
  })
  await page.goto(pages.catalog(plan.id))
  const events = page.getByRole('table', { name: 'Events' })
  const search = page.getByRole('searchbox', { name: /^Search names/ })

  await test.step('only what is in sight is in the document, and the end can be reached', async () => {
    await expect(page.getByRole('heading', { name: 'A long plan' })).toBeVisible()
    await expect(page.getByText('Version 1 is live')).toBeVisible()
    await expect(events.getByRole('link', { name: 'Event 001' })).toBeVisible()
    expect(await events.getByRole('row').count()).toBeLessThan(100)
    await expect(async () => {
      await page.keyboard.press('End')
      await expect(events.getByRole('link', { name: 'Order Completed' })).toBeVisible({ timeout: 500 })
    }).toPass()
  })

  await test.step('only what somebody points at is fetched ahead', async () => {
    expect(fetchedAhead).toEqual([])
    await events.getByRole('link', { name: 'Order Completed' }).hover()
    await expect.poll(() => fetchedAhead.join()).toContain('Order+Completed')
  })

  await test.step('a search is in the address and survives a reload', async () => {
    await search.fill('order_id')
    await expect(events.getByRole('link')).toHaveText(['Order Completed'])
    await expect(page).toHaveURL(/[?&]q=order_id/)
    await page.reload()
    await expect(search).toHaveValue('order_id')
    await expect(events.getByRole('link')).toHaveText(['Order Completed'])
  })

  await test.step('so is a filter, and one that nothing answers can be cleared', async () => {
    await search.fill('')
    await choose(page, 'Type', 'Identify')
    await expect(events.getByRole('link')).toHaveText(['Identify traits'])
    await expect(page).toHaveURL(/[?&]type=IDENTIFY/)
    await choose(page, 'State', 'With open violations')
    await expect(page.getByText('Nothing answers this filter')).toBeVisible()
    await page.getByRole('button', { name: 'Clear the filter' }).click()
    await expect(page).not.toHaveURL(/type=|has=/)
  })

  await test.step('an event shows its properties, its JSON and its history', async () => {
    await search.fill('Order Completed')
    await events.getByRole('link', { name: 'Order Completed' }).click()
    await expect(page.getByRole('heading', { name: 'Order Completed' })).toBeVisible()
    await expect(page.getByText('An order was paid.')).toBeVisible()
    const properties = page.getByRole('table', { name: 'Properties' })
    await expect(properties.getByRole('row', { name: /order_id required string/ })).toContainText(
      'The number of the order',
    )
    await expect(properties.getByRole('row', { name: 'currency' })).toContainText('EUR')
    await expect(properties.getByRole('row', { name: /sku required string/ })).toBeVisible()
    await page.getByRole('button', { name: 'Hide what is inside products' }).click()
    await expect(properties.getByRole('row', { name: /sku/ })).toHaveCount(0)

    await page.getByRole('button', { name: 'JSON', exact: true }).click()
    await expect(page.getByRole('textbox', { name: 'Schema as JSON, read only' })).toContainText('"currency"')

    await page.getByRole('tab', { name: 'Violations' }).click()
    await expect(page.getByText('No violations have been seen')).toBeVisible()
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page).toHaveURL(/[?&]tab=history/)
    await page.reload()
    await expect(page.getByRole('tab', { name: 'History', selected: true })).toBeVisible()
    await expect(page.getByText('stands until now')).toBeVisible()
  })

  // Who may only read is offered nothing else.
  await expect(page.getByRole('button', { name: 'Propose a change' })).toHaveCount(0)
})
