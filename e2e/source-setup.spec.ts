import { expect } from '@playwright/test'
import { z } from 'zod'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { aSource } from './journey/a-source'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { segment } from './journey/segment'
import { test } from './journey/test'

const Settings = z.object({
  data: z.object({ settings: z.object({ forwardingViolationsTo: z.string().optional() }) }),
})

test('a steward connects violation forwarding, sees a test arrive, and takes it away again', async ({
  as,
}) => {
  const plan = await aPlan(
    [anEvent('Seat Reserved', { seat: { type: 'string' } }, { required: ['seat'] })],
    'A plan with a source',
  )
  const source = await aSource(plan)
  const steward = await as('steward')
  const forwarding = steward.getByRole('region', { name: /^Violation forwarding/ })
  const settings = () => segment.ask('GET', `/sources/${source.id}/settings`, Settings)

  await test.step('the source is found, with what happens to its bad data', async () => {
    await steward.goto(pages.sources())
    await steward.getByRole('searchbox', { name: 'Search sources' }).fill(source.name)
    await steward.getByRole('link', { name: source.name }).click()
    await expect(steward.getByRole('heading', { level: 1, name: source.name })).toBeVisible()
    await expect(steward).toHaveTitle(`${source.name} · Plumbline`)
    const table = steward.getByRole('table', { name: 'What happens to bad data' })
    await expect(table).toContainText('Segment has no setting for page calls')
    await expectNoBarriers(steward, 'source')
  })

  await test.step('what will be made is said before it is', async () => {
    await steward.getByRole('tab', { name: 'Routes' }).click()
    await forwarding.getByRole('button', { name: 'Connect Violation forwarding' }).click()
    const dialog = steward.getByRole('alertdialog', { name: 'Connect Violation forwarding?' })
    await expect(dialog).toContainText('plumbline-violations')
    await expect(dialog).toContainText('one tracked user')
    expect((await settings()).data.settings.forwardingViolationsTo).toBeUndefined()
    await dialog.getByRole('button', { name: 'Connect' }).click()
  })

  await test.step('each step is done, and Segment forwards', async () => {
    await expect(forwarding.getByText('Connected', { exact: true })).toBeVisible({ timeout: 30_000 })
    await expect(forwarding.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(5)
    expect((await settings()).data.settings.forwardingViolationsTo).toBeDefined()
    await expectNoBarriers(steward, 'routes of a source')
  })

  await test.step('a test event proves it, and no violation comes of it', async () => {
    await forwarding.getByRole('button', { name: 'Send a test' }).click()
    await expect(forwarding.getByText(/It works: the violation arrived after/)).toBeVisible({
      timeout: 30_000,
    })
    await steward.goto(`${pages.violations()}?plan=${plan.id}`)
    await expect(steward.getByText('Nothing answers this filter')).toBeVisible()
  })

  await test.step('taken away, Segment is as it was', async () => {
    await steward.goto(pages.source(source.id, { tab: 'routes' }))
    await forwarding.getByRole('button', { name: 'Take away Violation forwarding' }).click()
    await steward.getByRole('alertdialog').getByRole('button', { name: 'Take away' }).click()
    await expect(forwarding.getByText('Not connected')).toBeVisible({ timeout: 30_000 })
    expect((await settings()).data.settings.forwardingViolationsTo).toBeUndefined()
  })
})

test('violations come in from a file, once, with what was refused told by its line', async ({ as }) => {
  const plan = await aPlan([anEvent('Seat Reserved', { seat: { type: 'string' } })], 'A plan with a file')
  const author = await as('author')
  const row = (id: string) =>
    JSON.stringify({
      event_message_id: id,
      event_name: 'Seat Reserved',
      event_type: 'track',
      source_id: 'closed-network',
      violation_type: 'Required',
      violation_field: 'properties',
      violation_description: 'seat is required',
    })
  const file = {
    name: 'violations.ndjson',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(`${row('m-1')}\n${row('m-2')}\n{"half`),
  }
  await author.goto(pages.importViolations(plan.id))
  await author.getByLabel('File of violations').setInputFiles(file)
  await expect(author.getByText('The file is in')).toBeVisible()
  await expect(author.getByRole('table', { name: 'Refused lines' })).toContainText('The line is no JSON.')
  await expectNoBarriers(author, 'import of violations')
  await author.getByLabel('File of violations').setInputFiles(file)
  await expect(author.getByText('Known already', { exact: true }).locator('..')).toContainText('2')
  await author.goto(`${pages.violations()}?plan=${plan.id}`)
  await expect(author.getByRole('link', { name: 'Seat Reserved' })).toBeVisible()
})
