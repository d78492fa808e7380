import { expect, type Page } from '@playwright/test'
import { pages } from '@/contracts/paths'
import type { PlanView } from '@/contracts/plan'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { approveAndPublish } from './journey/approve-and-publish'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { segment } from './journey/segment'
import { test } from './journey/test'

const text = { type: 'string' }
const signedUp = anEvent('Signed Up', { method: text })
const changedByHand = anEvent('Signed Up', { method: text, referrer: text })
const madeByHand = anEvent('Made By Hand', { id: text })

const properties = (held: object) => ({ properties: { properties: { properties: held } } })

/** A plan that somebody changed in Segment, as its drift page shows it once it was read again. */
const driftedPlan = async (page: Page): Promise<PlanView> => {
  const plan = await aPlan([signedUp])
  await segment.load(plan.segmentId, plan.name, [changedByHand, madeByHand])
  await page.goto(pages.catalog(plan.id))
  await page.getByRole('button', { name: 'Sync now' }).click()
  await expect(page.getByText('Segment holds something else in 2 rules.')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: 'Look at the drift' }).click()
  await expect(page.getByRole('heading', { name: 'Signed Up' })).toBeVisible()
  await expect(page.getByText('referrer is new (string, optional)')).toBeVisible()
  return plan
}

test('what somebody changed in Segment is adopted as a request that somebody else approves', async ({
  as,
}) => {
  const [steward, admin] = [await as('steward'), await as('admin')]
  const plan = await driftedPlan(steward)
  await steward.getByRole('button', { name: 'Adopt as a request' }).first().click()
  await steward.getByRole('button', { name: 'Continue' }).click()
  const question = steward.getByRole('alertdialog', { name: 'Adopt 2 rules as a request?' })
  await expect(question).toContainText('The request changes Signed Up to what Segment holds.')
  await expect(question).toContainText('The request adds Made By Hand to the plan.')
  await question.getByRole('button', { name: 'Open the request' }).click()
  await steward.getByRole('link', { name: 'Open it' }).click()
  await expect(steward.getByText('In review', { exact: true })).toBeVisible()

  await admin.goto(steward.url())
  await approveAndPublish(admin, { says: /in A plan at/, version: 2 })
  await admin.goto(pages.drift(plan.id))
  await expect(admin.getByText('No drift')).toBeVisible()
  await admin.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Made By Hand' }))
  await expect(admin.getByRole('heading', { name: 'Made By Hand' })).toBeVisible()
  expect(await segment.schemaOf(plan.segmentId, 'Signed Up')).toMatchObject(
    properties({ method: text, referrer: text }),
  )
})

test('or ours is published again, rule by rule', async ({ as }) => {
  const steward = await as('steward')
  const plan = await driftedPlan(steward)
  await steward
    .getByRole('group', { name: 'What to do about Signed Up' })
    .getByRole('button', { name: 'Publish ours again' })
    .click()
  await steward.getByRole('button', { name: 'Continue' }).click()
  const question = steward.getByRole('alertdialog', { name: 'Publish 1 rule of ours again?' })
  await expect(question).toContainText('Signed Up is overwritten in Segment with what version 1 says.')
  await question.getByRole('button', { name: 'Write to Segment' }).click()
  await expect(steward.getByText('Publishing ours again: done')).toBeVisible({ timeout: 30_000 })
  await expect(steward.getByRole('heading', { name: 'Signed Up' })).toHaveCount(0)
  // What nobody decided about stays as it is, here and there.
  await expect(steward.getByRole('heading', { name: 'Made By Hand' })).toBeVisible()
  const held = await segment.rulesOf(plan.segmentId)
  expect(held.map(({ key }) => key).toSorted()).toEqual(['Made By Hand', 'Signed Up'])
  expect(JSON.stringify(await segment.schemaOf(plan.segmentId, 'Signed Up'))).not.toContain('referrer')
})

test('or it is ignored for a while, and comes back when somebody says so', async ({ as }) => {
  const steward = await as('steward')
  await driftedPlan(steward)
  await steward.getByRole('button', { name: 'More for Signed Up' }).click()
  await steward.getByRole('menuitem', { name: 'Ignore it for a while…' }).click()
  const dialog = steward.getByRole('dialog', { name: 'Ignore the drift of Signed Up?' })
  await dialog.getByRole('textbox', { name: 'Why' }).fill('The other team tries it')
  await dialog.getByRole('button', { name: 'Ignore it' }).click()
  await expect(steward.getByRole('heading', { name: 'Ignored for a while' })).toBeVisible()
  await expect(steward.getByText('The other team tries it')).toBeVisible()
  await expect(steward.getByText('something else than was published in 1 rule')).toBeVisible()
  await expectNoBarriers(steward, 'Drift, one rule ignored')
  await steward.getByRole('button', { name: 'Look at it again (Signed Up)' }).click()
  await expect(steward.getByText('something else than was published in 2 rules')).toBeVisible()
})
