import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { test } from './journey/test'

test('insights that are printed hold each figure and its table, and nothing to press', async ({ as }) => {
  const plan = await aPlan(
    [anEvent('Order Completed', {}, { description: 'Somebody paid' }), anEvent('Cart Viewed', {})],
    'A plan to print',
  )
  const viewer = await as('viewer')
  await viewer.goto(pages.insights({ plan: plan.id }))
  const described = viewer.getByRole('region', { name: 'Described events' })
  const table = described.getByRole('table', { name: 'Described events over time' })
  await expect(described.getByText('50 %', { exact: true }).first()).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Print', exact: true })).toBeVisible()
  await expect(table).toBeHidden()

  await viewer.emulateMedia({ media: 'print' })
  await expect(described.getByText('50 %', { exact: true }).first()).toBeVisible()
  await expect(table.getByRole('cell', { name: '50 %' }).last()).toBeVisible()
  for (const name of ['Violations per million events', 'Time to resolve', 'Coverage', 'Owned events'])
    await expect(viewer.getByRole('region', { name })).toBeVisible()
  await expect(viewer.getByRole('button', { name: 'Print', exact: true })).toBeHidden()
  await expect(viewer.getByRole('navigation')).toHaveCount(0)
})
