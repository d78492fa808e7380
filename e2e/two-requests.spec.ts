import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest, approvedAndPublished } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { approveAndPublish } from './journey/approve-and-publish'
import { segment } from './journey/segment'
import { test } from './journey/test'

const [text, number] = [{ type: 'string' }, { type: 'number' }]
const added = anEvent('Product Added', { sku: text })
const removed = anEvent('Product Removed', { sku: text })

const properties = (held: object) => ({ properties: { properties: { properties: held } } })

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
  await author.getByRole('button', { name: 'Keep mine on the new version' }).click()
  await author.getByRole('button', { name: 'Bring it up to date' }).click()
  await expect(author.getByRole('heading', { name: 'One rule changed in the plan as well.' })).toHaveCount(0)

  await steward.goto(author.url())
  await approveAndPublish(steward, { says: '1 updated in A plan', version: 3 })
  expect(await segment.schemaOf(plan.segmentId, 'Product Added')).toMatchObject(
    properties({ sku: { type: 'string', pattern: '^[A-Z]+$' } }),
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
  await author.getByRole('button', { name: 'Take what is there' }).click()
  await author.getByRole('button', { name: 'Bring it up to date' }).click()
  await expect(author.getByText('What you gave up can still be copied.')).toBeVisible()
  await expect(author.getByRole('button', { name: /the text of Product Added/ })).toBeVisible()
  expect(await segment.schemaOf(plan.segmentId, 'Product Added')).toMatchObject(properties({ sku: number }))
})
