import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { test } from './journey/test'

const text = { type: 'string' }
const names = Array.from({ length: 12 }, (_, at) => `Event ${String(at + 1).padStart(2, '0')}`)

test('edits that do the same are decided on together, from the keyboard, then the next request', async ({
  as,
}) => {
  const plan = await aPlan(names.map((name) => anEvent(name, { id: text, coupon: text })))
  const first = await aChangeRequest(
    plan,
    'Tell the coupon',
    names.map((name, at) =>
      anEvent(
        name,
        { id: text, coupon: text },
        at < 9 ? { required: ['coupon'] } : { description: `Sent when ${name}.` },
      ),
    ),
  )
  const second = await aChangeRequest(plan, 'Add another', [anEvent('Another Event', { id: text })])
  const steward = await as('steward')
  const { keyboard } = steward
  await steward.goto(`${pages.changeRequest(plan.id, first.number)}?tab=changes`)
  const riskiest = steward.getByRole('region', { name: /The same in 9 events/ })
  await expect(riskiest).toContainText('coupon is required now.')
  await expect(steward.getByText('0 of 2 decisions made')).toBeVisible()
  await expectNoBarriers(steward, 'decisions of a request')

  await expect(async () => {
    await keyboard.press('k')
    await expect(steward.locator('[data-row="0"]')).toBeFocused({ timeout: 500 })
  }).toPass()
  await keyboard.press('Enter')
  await expect(riskiest.getByRole('list', { name: /that change the same/ })).toContainText('Event 09')
  await keyboard.press('a')
  await expect(riskiest).toContainText('you approved')
  await expect(steward.getByText('1 of 2 decisions made')).toBeVisible()

  await keyboard.press('j')
  await keyboard.press('x')
  const dialog = steward.getByRole('dialog', { name: 'Review 3 events' })
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Say for whom.')
  await dialog.getByRole('button', { name: 'Ask for changes' }).click()
  await expect(steward.getByText('2 of 2 decisions made')).toBeVisible()
  await expect(steward.getByRole('list', { name: 'Reviewers' })).toContainText('asked for changes')

  await keyboard.press(']')
  await expect(steward).toHaveURL(new RegExp(`/change-requests/(?!${first.number}\\b)\\d+\\?tab=changes`))
  expect(second.number).not.toBe(first.number)
})
