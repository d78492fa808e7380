import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { ChangeView } from '@/contracts/plan'
import { ChangeList } from './change-list'

const rule = { type: 'TRACK', key: 'Order Completed', version: 1 }
const change = (set: Partial<ChangeView>): ChangeView => ({
  kind: 'type-changed',
  rule,
  pointer: '/properties/total',
  senders: 'breaking',
  readers: 'safe',
  sentence: 'total has another type',
  why: { senders: 'A type is refused.', readers: 'Nothing new arrives.' },
  ...set,
})
const broken = change({
  witness: { properties: { currency: 'EUR', total: 1 } },
  refusals: [{ pointer: '/properties/total', message: 'Invalid type. Expected: string, given: integer' }],
})

test('a break shows the event that is refused, the place marked, and why', async () => {
  const user = userEvent.setup()
  render(<ChangeList changes={[broken]} />)
  const event = screen.getByRole('region', {
    name: 'This event was fine yesterday and will be rejected tomorrow',
  })
  expect(event.textContent).toBe(
    '{\n  "properties": {\n    "currency": "EUR",\nrefused:     "total": 1\n  }\n}\n',
  )
  expect(screen.getByRole('list', { name: 'Why it is refused' })).toHaveTextContent(
    'total: Invalid type. Expected: string, given: integer',
  )
  await user.click(screen.getByRole('button', { name: 'Copy the event' }))
  expect(await navigator.clipboard.readText()).toBe(JSON.stringify(broken.witness, null, 2))
})

test('only the first of several is shown at once, and each can be folded', async () => {
  render(<ChangeList changes={[change({}), broken, broken]} />)
  const [first, second] = screen.getAllByRole('button', { name: /was fine yesterday/ })
  expect(first).toHaveAttribute('aria-expanded', 'true')
  expect(second).toHaveAttribute('aria-expanded', 'false')
  if (first) await userEvent.click(first)
  expect(screen.queryByRole('region')).not.toBeInTheDocument()
})

test('a safe new name still shows who would be hurt by it', async () => {
  const safe = change({
    kind: 'property-added',
    senders: 'safe',
    pure: {
      witness: { properties: { coupon: 1 } },
      refusals: [
        { pointer: '/properties/coupon', message: 'Invalid type. Expected: string, given: integer' },
      ],
    },
  })
  render(<ChangeList changes={[safe]} />)
  expect(screen.getByRole('button', { name: 'Safe. Why?' })).toBeInTheDocument()
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Only if someone already sends this name: this event was fine yesterday and will be rejected tomorrow',
    }),
  )
  expect(screen.getByRole('region')).toHaveTextContent('"coupon": 1')
})

test('what has been published is told as past', () => {
  render(<ChangeList changes={[broken]} past />)
  expect(
    screen.getByRole('region', { name: 'This event was fine before and is rejected since' }),
  ).toBeInTheDocument()
})

test('a change that is still being compared claims nothing', () => {
  render(<ChangeList changes={[change({ pending: true, senders: 'safe' })]} />)
  const item = within(screen.getByRole('listitem'))
  expect(item.getByRole('button', { name: 'Senders: comparing. Why?' })).toBeInTheDocument()
  expect(item.getByRole('button', { name: 'Readers: safe. Why?' })).toBeInTheDocument()
})
