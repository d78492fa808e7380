import { expect } from '@playwright/test'
import { pages } from '@/contracts/paths'
import { aPlan } from './journey/a-plan'
import { anEvent } from './journey/an-event'
import { expectNoBarriers } from './journey/expect-no-barriers'
import { test } from './journey/test'

const defective = anEvent('Order Completed', {
  order_id: { type: 'string', description: 'Number on the invoice', required: true },
  total: { type: 'Int', description: 'What it cost' },
})
const sound = anEvent(
  'Cart Viewed',
  { total: { type: 'number', description: 'What it costs so far' } },
  { description: 'Somebody looked into the cart.' },
)

// Every screen is looked at in both themes.
test.setTimeout(240_000)

test('defects are repaired by a change request that shows which event it breaks', async ({ as }) => {
  const plan = await aPlan([defective, sound])
  const author = await as('author')

  await test.step('each repair shows its verdict before it is made, and a guess waits for a yes', async () => {
    await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Order Completed' }))
    await author.getByRole('button', { name: 'Repair' }).click()
    const dialog = author.getByRole('dialog', { name: 'Repair the schema of Order Completed' })
    const certain = dialog.getByRole('list', { name: 'Certain repairs' })
    await expect(certain).toContainText('listed among the required ones')
    await expect(certain).toContainText('Senders: breaking')
    await certain.getByRole('button', { name: /will be rejected tomorrow/ }).click()
    await expect(certain.getByRole('list', { name: 'Why it is refused' })).toContainText(
      'order_id is required',
    )
    await expectNoBarriers(author, 'repairs of an event')
    await dialog.getByRole('checkbox', { name: /The type was read as integer/ }).click()
    await dialog.getByRole('button', { name: 'Open a change request' }).click()
  })

  await test.step('the request says how many changes hurt whom, and shows the events', async () => {
    await expect(
      author.getByRole('heading', { name: /^Repair the schema of Order Completed #\d+$/ }),
    ).toBeVisible()
    await expect(author.getByRole('list', { name: 'Verdicts' })).toContainText(/\d breaking/)
    await author.getByRole('tab', { name: 'Changes' }).click()
    const event = author.getByRole('region', {
      name: 'This event was fine yesterday and will be rejected tomorrow',
    })
    await expect(event).toHaveCount(1)
    await expect(event).toContainText('"properties": {')
    await expect(event).toContainText('refused:')
    await expectNoBarriers(author, 'changes with an event that breaks')
    await author.getByRole('tab', { name: 'Checks' }).click()
    const checks = author.getByRole('list', { name: 'Checks' })
    await expect(checks).toContainText('Compatibility')
    await expect(checks).toContainText(/\d changes? breaks? senders/)
    await expectNoBarriers(author, 'checks')
  })
})

test('while one edits, the verdict and what lint finds are there before anything is saved', async ({
  as,
}) => {
  const plan = await aPlan([sound])
  const author = await as('author')
  await author.goto(pages.rule(plan.id, { type: 'TRACK', key: 'Cart Viewed' }, { propose: 'new' }))
  await author.getByRole('button', { name: 'Add a property' }).click()
  await author.getByRole('textbox', { name: 'Name of the new property' }).fill('email')
  await author.getByRole('button', { name: 'Add', exact: true }).click()
  await author.getByRole('button', { name: 'Done' }).click()
  await author.getByRole('checkbox', { name: 'total is required' }).click()

  const changes = author.getByRole('list', { name: 'Changes' })
  await expect(changes).toContainText('Senders: breaking')
  await expect(changes).toContainText('Only if someone already sends this name')
  await expect(author.getByRole('list', { name: 'What lint finds' })).toContainText(
    'looks like personal data',
  )
  await author.getByRole('button', { name: /findings? on email/ }).click()
  await expect(author.getByRole('dialog')).toContainText('looks like personal data')
  await author.keyboard.press('Escape')
  await expectNoBarriers(author, 'editing with verdicts, as a table')

  await author.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(author.locator('.cm-lintRange', { hasText: '"email"' })).toBeVisible()
  await expectNoBarriers(author, 'editing with verdicts, as JSON')
})
