import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { type RunningSandbox, startSandbox } from '@/sandbox/start-sandbox'
import { test } from './journey/test'

let segment: RunningSandbox

// A workspace that the product has not seen yet.
test.beforeAll(async () => {
  segment = await startSandbox({ history: false })
})

test.afterAll(() => segment.close())

test('a workspace is connected after its token was checked, and can be removed', async ({ as }) => {
  const admin = await as('admin')
  await admin.goto(pages.settings('workspaces'))
  await admin.getByRole('button', { name: 'Connect a workspace' }).click()
  const token = admin.getByLabel('Public API token')
  const address = admin.getByLabel('API address')
  const check = admin.getByRole('button', { name: 'Check' })

  await test.step('a wrong token, a workspace without Protocols and an address of nobody are told apart', async () => {
    await address.fill(segment.url)
    await token.fill('not-a-token')
    await check.click()
    await expect(admin.getByText(/Segment does not accept this token in the US region/)).toBeVisible()
    await token.fill('sandbox-no-protocols')
    await check.click()
    await expect(admin.getByText(/Protocols is not enabled in this Segment workspace/)).toBeVisible()
    await token.fill('sandbox')
    await address.fill('http://127.0.0.1:9')
    await check.click()
    await expect(admin.getByText(/Segment cannot be reached at http:\/\/127\.0\.0\.1:9/)).toBeVisible({
      timeout: 60_000,
    })
  })

  await test.step('the right one says what it opens, and its plans come in', async () => {
    await address.fill(segment.url)
    await check.click()
    await expect(
      admin.getByText(/The token opens Acme Commerce \(sandbox\).* with 2 tracking plans/),
    ).toBeVisible()
    await admin.getByLabel('Name here').fill('Another shop')
    await admin.getByRole('button', { name: 'Connect', exact: true }).click()
    const plans = admin.getByRole('list', { name: 'Plans of Another shop' })
    await expect(plans.getByText(/^version 1, \d+ rules/)).toHaveCount(2, { timeout: 60_000 })
    await plans.getByRole('link', { name: 'Mobile app' }).click()
    await expect(admin.getByText('Version 1 is live')).toBeVisible()
    await expect(admin.getByRole('table', { name: 'Events' }).getByRole('link').first()).toBeVisible()
  })

  await test.step('removing it says what goes, and it is gone', async () => {
    await admin.goto(pages.settings('workspaces'))
    const card = admin.getByRole('region', { name: 'Another shop' })
    await card.getByRole('button', { name: 'Remove' }).click()
    const question = admin.getByRole('alertdialog', { name: 'Remove Another shop?' })
    await expect(question).toContainText('Another shop with its 2 plans')
    await expect(question).toContainText('Nothing changes in Segment.')
    await question.getByRole('button', { name: 'Remove the workspace' }).click()
    await expect(admin.getByText('Another shop is removed')).toBeVisible()
    await expect(card).toHaveCount(0)
  })
})
