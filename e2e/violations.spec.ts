import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { aSendingSource } from './journey/a-sending-source'
import { anEvent } from './journey/an-event'
import { choose } from './journey/choose'
import { test } from './journey/test'

test('a violation that Segment forwards appears, its count grows, and a forged one is refused', async ({
  as,
}) => {
  const plan = await aPlan(
    [anEvent('Order Completed', { total: { type: 'number' } }, { required: ['total'] })],
    'A plan with violations',
  )
  const [admin, author] = [await as('admin'), await as('author')]

  const endpoint = await test.step('an administrator makes an address for Segment to post to', async () => {
    await admin.goto(pages.settings('endpoints'))
    await admin.getByRole('button', { name: 'New address' }).click()
    await choose(admin, 'Workspace', 'Acme Commerce (sandbox) (demo)')
    await admin.getByRole('button', { name: 'Make the address' }).click()
    const dialog = admin.getByRole('dialog', { name: 'Copy the secret now' })
    const codes = dialog.getByRole('code')
    await expect(codes).toHaveText([/^http:.*\/api\/webhooks\/segment\//, /./])
    const [url = '', sharedSecret = ''] = await codes.allTextContents()
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(admin.getByRole('list', { name: 'Addresses' })).toContainText(url)
    return { url, sharedSecret }
  })
  const app = await aSendingSource(plan, endpoint)
  const row = author.getByRole('row').filter({ has: author.getByRole('link', { name: 'Order Completed' }) })
  const count = row.getByRole('cell').nth(5)
  const board = `${pages.violations()}?plan=${plan.id}`

  await test.step('a call that lacks something appears on the board', async () => {
    await author.goto(board)
    await expect(author.getByText('Nothing answers this filter')).toBeVisible()
    await app.track('Order Completed', {}, '1.0.0')
    await expect(async () => {
      await author.reload()
      await expect(count).toHaveText('1', { timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    await expect(row).toContainText('Missing total')
  })

  await test.step('what breaks the same rule again is counted, not listed again', async () => {
    await app.track('Order Completed', {}, '1.0.0')
    await app.track('Order Completed', {}, '2.0.0')
    await app.track('Order Completed', { total: 3 }, '2.0.0')
    await expect(async () => {
      await author.reload()
      await expect(count).toHaveText('3', { timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    await expect(row).toHaveCount(1)
  })

  await test.step('a forged delivery is refused and changes nothing', async () => {
    const forged = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-signature': '0'.repeat(40) },
      body: JSON.stringify({ type: 'track', event: 'Violation Generated', properties: {} }),
    })
    expect(forged.status).toBe(401)
    expect(await forged.json()).toMatchObject({ code: 'bad-signature' })
    await author.reload()
    await expect(count).toHaveText('3')
  })

  await test.step('its page says what, where from and how often', async () => {
    await row.getByRole('link').click()
    await expect(author.getByRole('heading', { name: 'Missing: total in Order Completed' })).toBeVisible()
    await expect(author).toHaveTitle('Missing: total in Order Completed · Plumbline')
    await expect(author.getByText('3 times')).toBeVisible()
    const versions = author.getByRole('table', { name: 'By app version' })
    await expect(versions.getByRole('row', { name: '1.0.0' })).toContainText('2')
    await expect(versions.getByRole('row', { name: '2.0.0' })).toContainText('1')
    const chart = author.getByRole('figure', { name: 'Violations per hour over the last 7 days' })
    await chart.getByText('The numbers as a table').click()
    await expect(chart.getByRole('cell', { name: '3', exact: true })).toBeVisible()
    await author.getByRole('button', { name: 'By app version' }).click()
    await expect(author).toHaveURL(/[?&]by=appVersion/)
  })

  await test.step('and leads to the event, which counts it too', async () => {
    await author.getByRole('link', { name: 'Look at the event' }).click()
    await expect(author.getByRole('rowheader', { name: 'total required 1 violation' })).toBeVisible()
    await author.getByRole('tab', { name: 'Violations' }).click()
    await expect(author.getByRole('table', { name: 'Violations of this event' })).toContainText('total')
  })

  await admin.reload()
  await expect(admin.getByRole('listitem').filter({ hasText: endpoint.url })).toContainText('3 in all')
})
