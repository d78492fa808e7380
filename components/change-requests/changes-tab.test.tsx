import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { ReviewView } from '@/contracts/review-view'
import { makeQueryClient } from '../data/query-client'
import { aGroup, anEdit, aRequest } from './a-request.cases'
import { ChangesTab } from './changes-tab'
import type { RequestActions } from './request-actions'
import { useRequestWork } from './use-request-work'

const place = { plan: 'p1', number: 7 }
const told = (sentence: string) => ({
  kind: 'property-required',
  rule: { type: 'TRACK', key: 'Cart Viewed', version: 1 },
  pointer: '/properties/total',
  senders: 'breaking' as const,
  readers: 'safe' as const,
  sentence,
  why: { senders: 'Because.', readers: 'Fine.' },
})
const many = aGroup(
  ['Cart Viewed', 'Order Completed', 'Order Paid'].map((key) => anEdit(key)),
  [told('total is required now')],
)
const single = aGroup(
  [anEdit('Signed Up', { decision: { verdict: 'approve', changed: true } })],
  [told('plan is required now')],
)
const done = aGroup(
  [anEdit('Signed Out', { decision: { verdict: 'approve', changed: false } })],
  [told('reason is required now')],
)

const show = (set: Parameters<typeof aRequest>[0] = {}) => {
  const view = aRequest({
    groups: [many, single, done],
    can: { review: true, approve: true, comment: true },
    ...set,
  })
  const answer = { ok: true as const, value: view }
  const review = vi.fn<RequestActions['review']>(async () => answer)
  const markLooked = vi.fn<RequestActions['markLooked']>(async () => answer)
  const onAskForChanges = vi.fn()
  const Harness = ({ view: shown }: { readonly view: ReviewView }) => {
    // Only these are asked here; any other action would be a mistake of the tab.
    const actions = { review, markLooked } as Partial<RequestActions> as RequestActions
    const work = useRequestWork(place, actions, () => {})
    return (
      <ChangesTab
        place={place}
        view={shown}
        actions={actions}
        work={work}
        seen={{ changed: null, look: () => {} }}
        goal={null}
        onAskForChanges={onAskForChanges}
        onThread={() => {}}
        onNext={() => {}}
      />
    )
  }
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness view={view} />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), review, markLooked, onAskForChanges }
}

const rulesOf = (...keys: string[]) => keys.map((key) => ({ type: 'TRACK', key, version: 1 }))

it('shows edits that do the same as one thing to decide, and what has been decided', async () => {
  const { user } = show()
  expect(screen.getByText(/decisions made/)).toHaveTextContent(
    '1 of 3 decisions made, 1 changed since you looked',
  )
  const group = screen.getByRole('region', { name: /The same in 3 events/ })
  expect(within(group).getByText('total is required now.')).toBeVisible()
  expect(within(group).queryByText('Order Paid')).not.toBeInTheDocument()
  await user.click(within(group).getByRole('button', { name: 'Show all 3' }))
  expect(within(group).getByText('Order Paid')).toBeVisible()
  expect(screen.getByRole('region', { name: /Signed Up/ })).toHaveTextContent('changed since you looked')
  expect(screen.getByRole('region', { name: /Signed Out/ })).toHaveTextContent('you approved')
})

it('decides on exactly the rules of a group', async () => {
  const { user, review, markLooked } = show()
  await user.click(screen.getByRole('button', { name: 'Approve all 3' }))
  expect(review).toHaveBeenCalledExactlyOnceWith({
    ...place,
    verdict: 'approve',
    fingerprint: 'f1',
    rules: rulesOf('Cart Viewed', 'Order Completed', 'Order Paid'),
  })
  const second = screen.getByRole('region', { name: /Signed Up/ })
  await user.click(within(second).getByRole('button', { name: 'Mark as looked at' }))
  expect(markLooked).toHaveBeenCalledExactlyOnceWith({
    ...place,
    fingerprint: 'f1',
    rules: rulesOf('Signed Up'),
  })
})

it('is walked and decided on with keys', async () => {
  const { user, review, markLooked, onAskForChanges } = show()
  await user.keyboard('a')
  expect(review).not.toHaveBeenCalled()
  await user.keyboard('j')
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute('data-row', '0'))
  await user.keyboard('{Enter}')
  expect(screen.getByText('Order Paid')).toBeVisible()
  await user.keyboard('a')
  expect(review).toHaveBeenCalledOnce()
  await user.keyboard('x')
  expect(onAskForChanges).toHaveBeenCalledExactlyOnceWith(many)
  await user.keyboard('jm')
  expect(markLooked).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ rules: rulesOf('Signed Up') }))
  await user.keyboard('kc')
  expect(screen.getByRole('textbox', { name: /Comment on/ })).toHaveFocus()
})

it('acts on the row that was meant when keys follow each other at once', () => {
  const { onAskForChanges } = show()
  for (const key of ['j', 'j', 'x'])
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  expect(onAskForChanges).toHaveBeenCalledExactlyOnceWith(single)
})

it('offers no verdict to whoever may not review, and a mark to everybody', () => {
  show({ can: { review: false, approve: false } })
  expect(screen.queryByRole('button', { name: /Approve/ })).not.toBeInTheDocument()
  expect(screen.getAllByRole('button', { name: 'Mark as looked at' })).toHaveLength(2)
})
