import { expect, type Page } from '@playwright/test'
import { EndpointCreated } from '@/contracts/endpoint'
import { listOf } from '@/contracts/listing'
import { apiPaths, pages } from '@/contracts/paths'
import { ViolationView } from '@/contracts/violation'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { aSendingSource } from './journey/a-sending-source'
import { aSource } from './journey/a-source'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { rest } from './journey/rest'
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
  await expect(page.getByRole('heading', { level: 1, name: 'Violations' })).toBeVisible()
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
    [pages.sources(), 'Sources'],
    [pages.debugger(), 'Debugger'],
    [pages.settings('alerts'), 'Alerts'],
    [pages.settings('traffic'), 'Recorded traffic'],
    [pages.insights(), 'Insights'],
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

test('a list of which a part is out of sight still gives its width to the names', async ({ as }) => {
  const names = Array.from({ length: 40 }, (_, at) => `property_${at}`)
  const properties = Object.fromEntries(names.map((name) => [name, text]))
  const plan = await aPlan([anEvent('Order Completed', properties, { required: names })])
  const workspace = plan.workspace.id
  const endpoint = await rest('admin', 'POST', apiPaths.endpoints(), EndpointCreated, {
    kind: 'violations',
    workspace,
  })
  const app = await aSendingSource(plan, endpoint)
  await app.track('Order Completed', {}, '1.0.0')
  const seen = () =>
    rest('viewer', 'GET', apiPaths.violations({ plan: plan.id, limit: 50 }), listOf(ViolationView))
  await expect.poll(async () => (await seen()).data.length, { timeout: 20_000 }).toBe(40)

  const page = await as('viewer')
  await page.setViewportSize({ width, height: 844 })
  await page.goto(`${pages.violations()}?plan=${plan.id}`)
  const name = page
    .getByRole('cell')
    .filter({ has: page.getByRole('link', { name: 'Order Completed' }) })
    .first()
  await expect.poll(async () => (await name.boundingBox())?.width).toBeGreaterThan(width / 2)
})

test('what happens to bad data is read without scrolling sideways', async ({ as }) => {
  const source = await aSource(await aPlan([anEvent('Order Completed', {})], 'A plan on a phone'))
  const page = await as('viewer')
  await page.setViewportSize({ width, height: 844 })
  await page.goto(pages.source(source.id))
  const table = page.getByRole('table', { name: 'What happens to bad data' })
  await expect(table).toBeVisible()
  await expectToFit(page, 'a source')
  expect((await table.boundingBox())?.width).toBeLessThan(width)
})
