import { expect, type Page } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aChangeRequest } from './journey/a-change-request'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { test } from './journey/test'

const [text, number] = [{ type: 'string' }, { type: 'number' }]
const before = anEvent('Order Completed', { order_id: text, total: text })
const after = anEvent('Order Completed', { order_id: text, total: number })

const threadAt = (page: Page) => page.getByRole('region', { name: 'Thread about total of Order Completed' })

test('two people talk about a change where it stands, and settle it', async ({ as }) => {
  const plan = await aPlan([before])
  const request = await aChangeRequest(plan, 'The total as a number', [after])
  const address = pages.changeRequest(plan.id, request.number)
  const [author, steward] = [await as('author'), await as('steward')]
  await author.goto(address)
  await expect(author.getByRole('list', { name: 'Timeline' })).toBeVisible()

  await test.step('the steward comments beside the change; a reload takes no words away', async () => {
    await steward.goto(`${address}?tab=changes`)
    const about = 'Comment on “total has another type: string → number”'
    await steward.getByRole('button', { name: about }).press('Enter')
    await steward.keyboard.type('Do old apps send `"12.50"`?')
    await steward.reload()
    const box = steward.getByRole('textbox', { name: about })
    await expect(box).toHaveValue('Do old apps send `"12.50"`?')
    await box.press('Control+Enter')
    await expect(threadAt(steward)).toContainText('Do old apps send "12.50"?')
    await expect(box).toHaveCount(0)
  })

  await test.step('the author sees it without asking, and answers', async () => {
    await expect(threadAt(author)).toContainText('Test Steward')
    await expect(author.getByRole('tab', { name: 'Conversation 1 unresolved' })).toBeVisible()
    await threadAt(author).getByRole('button', { name: 'Reply' }).click()
    await author.getByRole('textbox', { name: 'Reply to Test Steward' }).fill('None since May.')
    await author.getByRole('button', { name: 'Reply', exact: true }).click()
    await expect(threadAt(steward)).toContainText('None since May.')
    await expectNoBarriers(steward, 'changes with a thread')
    await expectNoBarriers(author, 'conversation with a thread')
  })

  await test.step('whoever said it settles it, and everybody sees that', async () => {
    await threadAt(steward).getByRole('button', { name: 'Resolve' }).click()
    await expect(threadAt(steward)).toContainText('by Test Steward just now')
    await expect(threadAt(author)).toContainText('by Test Steward just now')
    await expect(author.getByRole('tab', { name: 'Conversation', exact: true })).toBeVisible()
  })

  await test.step('a suggestion is taken over with one press, and whoever made it approves no more', async () => {
    const about = 'Comment on “total has another type: string → number”'
    await steward.getByRole('button', { name: about }).click()
    await steward.getByRole('button', { name: 'Suggest a change' }).click()
    await steward.getByLabel('Suggested schema (JSON)').fill('{ "type": "integer" }')
    const box = steward.getByRole('textbox', { name: about })
    await box.fill('In cents, @auth')
    await steward.getByRole('option', { name: /Test Author/ }).click()
    await expect(box).toHaveValue('In cents, @Test Author ')
    await expectNoBarriers(steward, 'a suggestion being written')
    await steward.getByRole('button', { name: 'Comment', exact: true }).first().click()

    const suggestion = author.getByRole('figure', { name: 'Suggestion by Test Steward' })
    await expect(author.getByText('@Test Author')).toBeVisible()
    await suggestion.getByRole('button', { name: 'Apply the suggestion' }).click()
    await expect(author.getByText('took over a suggestion of Test Steward')).toBeVisible()
    await expect(steward.getByText('total has another type: string → integer')).toBeVisible()
    await expect(steward.getByRole('button', { name: 'Review', exact: true })).toHaveCount(0)
  })
})
