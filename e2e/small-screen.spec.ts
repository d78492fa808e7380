import { expect, type Page } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { test } from './journey/test'

const width = 390
const text = { type: 'string', description: 'A property with a description of more than a few words' }

/** The page fits: what is wider than the screen scrolls in a place of its own. */
const expectToFit = (page: Page, screen: string) =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), `${screen} scrolls sideways`)
    .toBeLessThanOrEqual(width)

test('on a phone every screen fits, and the places are behind a button', async ({ as }) => {
  const plan = await aPlan([
    anEvent('Order Completed', { order_id: text, a_property_with_a_rather_long_name: text }),
  ])
  const request = await aChangeRequest(plan, 'Fewer properties', [
    anEvent('Order Completed', { order_id: text }),
  ])
  const page = await as('admin')
  await page.setViewportSize({ width, height: 844 })

  await page.goto(pages.overview())
  await page.getByRole('button', { name: 'Menu' }).click()
  const places = page.getByRole('dialog', { name: 'Places' })
  await expectNoBarriers(page, 'places')
  await places.getByRole('link', { name: /^Violations/ }).click()
  await expect(page.getByRole('heading', { name: 'Violations' })).toBeVisible()
  await expect(places).toHaveCount(0)

  const event = { type: 'TRACK', key: 'Order Completed' }
  for (const [path, heading] of [
    [pages.overview(), 'Overview'],
    [pages.catalog(plan.id), 'A plan'],
    [pages.rule(plan.id, event), 'Order Completed'],
    [pages.rule(plan.id, event, { propose: 'new' }), 'Order Completed'],
    [pages.changeRequests(), 'Change requests'],
    [pages.changeRequest(plan.id, request.number), /^Fewer properties/],
    [pages.violations(), 'Violations'],
    [pages.jobs(), 'Jobs'],
    [pages.settings('members'), 'Members'],
    [pages.settings('endpoints'), 'Webhooks'],
    [pages.settings('audit'), 'Audit log'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expectToFit(page, path)
  }
})
