import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { test } from './journey/test'

test('everything on the way to an edit is reached from the keyboard', async ({ as }) => {
  const text = { type: 'string' }
  const plan = await aPlan(
    ['Cart Viewed', 'Cart Shared', 'Order Completed'].map((name) => anEvent(name, { id: text })),
  )
  const author = await as('author')
  const { keyboard } = author
  await author.goto(pages.catalog(plan.id))
  await expect(author.getByRole('link', { name: 'Order Completed' })).toBeVisible()

  await test.step('? shows the keys, escape goes back', async () => {
    await keyboard.press('?')
    const keys = author.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(keys.getByText('Propose a change')).toBeVisible()
    await keyboard.press('Escape')
    await expect(keys).toHaveCount(0)
  })

  await test.step('j and k go through the list, enter opens', async () => {
    // The list comes with the page, its keys once the browser has brought the list to life; k at the top stays there.
    await expect(async () => {
      await keyboard.press('k')
      await expect(author.getByRole('link', { name: 'Cart Shared' })).toBeFocused({ timeout: 500 })
    }).toPass()
    await keyboard.press('j')
    await expect(author.getByRole('link', { name: 'Cart Viewed' })).toBeFocused()
    await keyboard.press('j')
    await expect(author.getByRole('link', { name: 'Order Completed' })).toBeFocused()
    await keyboard.press('k')
    await expect(author.getByRole('link', { name: 'Cart Viewed' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(author.getByRole('heading', { name: 'Cart Viewed' })).toBeVisible()
  })

  await test.step('e begins an edit', async () => {
    await keyboard.press('e')
    await expect(author.getByRole('textbox', { name: 'Description', exact: true })).toBeVisible()
    await expect(author).toHaveURL(/propose=new/)
  })

  await test.step('⌘K finds an event by a part of its name', async () => {
    await keyboard.press('ControlOrMeta+k')
    await expect(author.getByRole('dialog', { name: 'Search' })).toBeVisible()
    await keyboard.type('completed')
    await expect(author.getByRole('option')).toHaveText([/^Order Completed/])
    await keyboard.press('Enter')
    await expect(author.getByRole('heading', { name: 'Order Completed' })).toBeVisible()
  })

  await test.step('g and a letter go to a place, / to its search', async () => {
    for (const [keys, heading] of [
      ['gv', 'Violations'],
      ['gr', 'Change requests'],
      ['gj', 'Jobs'],
      ['go', 'Overview'],
      ['gc', 'A plan'],
    ] as const) {
      await keyboard.type(keys)
      await expect(author.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
    }
    await keyboard.press('/')
    await expect(author.getByRole('searchbox')).toBeFocused()
  })
})
