import { expect, type Page } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest, approvedAndPublished } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { approveAndPublish } from './journey/approve-and-publish'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { segment } from './journey/segment'
import { test } from './journey/test'

const [text, number] = [{ type: 'string' }, { type: 'number' }]
const added = anEvent('Product Added', { sku: text })
const removed = anEvent('Product Removed', { sku: text })

const properties = (held: object) => ({ properties: { properties: { properties: held } } })

/** Says what stands at a place where both changed it. */
const choose = (page: Page, place: string, way: string) =>
  page.getByRole('group', { name: place, exact: true }).getByRole('radio', { name: way }).check()

test('of two requests that touch different events the second is brought up to date', async ({ as }) => {
  const plan = await aPlan([added, removed])
  const first = await aChangeRequest(plan, 'Count what is added', [
    anEvent('Product Added', { sku: text, quantity: number }),
  ])
  const second = await aChangeRequest(plan, 'Count what is removed', [
    anEvent('Product Removed', { sku: text, quantity: number }),
  ])
  await approvedAndPublished(first)

  const steward = await as('steward')
  await steward.goto(pages.changeRequest(plan.id, second.number))
  await steward.getByRole('button', { name: 'Bring it up to date' }).first().click()
  await expect(steward.getByRole('button', { name: 'Bring it up to date' })).toHaveCount(0)
  await approveAndPublish(steward, { says: '1 updated in A plan', version: 3 })

  for (const key of ['Product Added', 'Product Removed'])
    expect(await segment.schemaOf(plan.segmentId, key)).toMatchObject(
      properties({ sku: text, quantity: number }),
    )
})

test('of two requests that collide the second is redone on the new version, with its own text', async ({
  as,
}) => {
  const plan = await aPlan([added])
  const first = await aChangeRequest(plan, 'A number for the sku', [
    anEvent('Product Added', { sku: number }),
  ])
  const second = await aChangeRequest(plan, 'A pattern for the sku', [
    anEvent('Product Added', { sku: { type: 'string', pattern: '^[A-Z]+$' } }),
  ])
  await approvedAndPublished(first)

  const [author, steward] = [await as('author'), await as('steward')]
  await author.goto(pages.changeRequest(plan.id, second.number))
  await expect(author.getByRole('heading', { name: 'One rule changed in the plan as well.' })).toBeVisible()
  await expect(author.getByRole('button', { name: 'Bring it up to date' })).toBeDisabled()
  await choose(author, 'sku: type and pattern', 'In this request')
  await author.getByRole('button', { name: 'Bring it up to date' }).click()
  await expect(author.getByRole('heading', { name: 'One rule changed in the plan as well.' })).toHaveCount(0)

  await steward.goto(author.url())
  await approveAndPublish(steward, { says: '1 updated in A plan', version: 3 })
  expect(await segment.schemaOf(plan.segmentId, 'Product Added')).toMatchObject(
    properties({ sku: { type: 'string', pattern: '^[A-Z]+$' } }),
  )
})

test('where two requests change one event each place is settled by itself, or by hand', async ({ as }) => {
  const plan = await aPlan([anEvent('Product Added', { sku: text, name: text })])
  const described = (sku: string, name: string, more: object = {}) =>
    anEvent('Product Added', {
      sku: { ...text, description: sku },
      name: { ...text, description: name },
      ...more,
    })
  const first = await aChangeRequest(plan, 'Theirs', [described('theirs', 'theirs', { quantity: number })])
  const second = await aChangeRequest(plan, 'Mine', [described('mine', 'mine')])
  await approvedAndPublished(first)

  const [author, steward] = [await as('author'), await as('steward')]
  await author.setViewportSize({ width: 390, height: 844 })
  await author.goto(pages.changeRequest(plan.id, second.number))
  await choose(author, 'sku: description', 'In this request')
  // The keyboard alone goes through a group.
  await author.getByRole('group', { name: 'name: description' }).getByRole('radio').first().focus()
  await author.keyboard.press('Space')
  await author.keyboard.press('ArrowDown')
  await author.keyboard.press('ArrowDown')
  await expect(
    author.getByRole('group', { name: 'name: description' }).getByRole('radio', { name: 'In the plan now' }),
  ).toBeChecked()
  await expectNoBarriers(author, 'conflicts by place')
  const width = await author.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)

  await author.getByRole('button', { name: 'Edit by hand Product Added' }).click()
  const field = author.getByRole('textbox', { name: 'Schema of Product Added' })
  await field.fill((await field.inputValue()).replace('"description": "mine"', '"description": "by hand"'))
  await author.reload()
  await expect(field).toHaveValue(/by hand/)
  await author.getByRole('button', { name: 'Bring it up to date' }).click()
  await expect(author.getByText('What you gave up can still be copied.')).toBeVisible()

  await steward.goto(author.url())
  await approveAndPublish(steward, { says: '1 updated in A plan', version: 3 })
  expect(await segment.schemaOf(plan.segmentId, 'Product Added')).toMatchObject(
    properties({ sku: { description: 'by hand' }, name: { description: 'mine' }, quantity: number }),
  )
})

test('or gives way: what is there is taken, and what was typed can still be copied', async ({ as }) => {
  const plan = await aPlan([added])
  const first = await aChangeRequest(plan, 'A number for the sku', [
    anEvent('Product Added', { sku: number }),
  ])
  const second = await aChangeRequest(plan, 'No sku', [anEvent('Product Added', {})])
  await approvedAndPublished(first)

  const author = await as('author')
  await author.goto(pages.changeRequest(plan.id, second.number))
  await choose(author, 'sku', 'In the plan now')
  await author.getByRole('button', { name: 'Bring it up to date' }).click()
  await expect(author.getByText('What you gave up can still be copied.')).toBeVisible()
  await expect(author.getByRole('button', { name: /the text of Product Added/ })).toBeVisible()
  expect(await segment.schemaOf(plan.segmentId, 'Product Added')).toMatchObject(properties({ sku: number }))
})
