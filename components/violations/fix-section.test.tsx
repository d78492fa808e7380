import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { SuggestionList, SuggestionView } from '@/contracts/fix'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { FixSection } from './fix-section'
import { suggestionsQuery } from './suggestions-query'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const exactly = (value: number) => ({ value, low: value, high: value })
const rule = { type: 'TRACK' as const, key: 'Order Completed', version: 1 }

const allowNull: SuggestionView = {
  ...{
    id: 's1',
    kind: 'allow-null',
    title: 'Let “total” be null',
    detail: 'It may be empty.',
    rules: [rule],
  },
  effect: {
    ...{ is: 'replayed', judged: 10, broken: 4, cleared: { value: 40, low: 31, high: 52 } },
    ...{ stillBroken: exactly(0), valid: exactly(40), slipping: exactly(2), slippingExamples: ['N/A'] },
    ...{ newlyBroken: exactly(0), uncertain: 0 },
  },
  places: [],
  fromAppVersion: null,
}
const inCode: SuggestionView = {
  ...{ id: 's2', kind: 'fix-in-code', title: 'Send “total” as number', detail: 'The plan stays as it is.' },
  ...{ rules: [], effect: null, fromAppVersion: null },
  places: [{ source: 'Web shop', appVersion: '5.0', library: '', from: '/checkout', calls: 4 }],
}

const shown = (set: Partial<SuggestionList> = {}, role = 'contributor') => {
  const queries = makeQueryClient()
  const list = {
    data: [allowNull, inCode],
    nextCursor: null,
    openRequests: [],
    judged: 10,
    reason: null,
    ...set,
  }
  queries.setQueryData(suggestionsQuery('v1').queryKey, list)
  // The section asks of the frame only who looks.
  queries.setQueryData(frameQuery().queryKey, { me: { role } } as never)
  const fix = vi.fn(async () => ({ ok: true as const, value: { number: 12 } }))
  render(
    <QueryClientProvider client={queries}>
      <FixSection
        violation={{ id: 'v1', plan: { id: 'p1', name: 'Storefront' }, type: 'invalid-type' }}
        fix={fix}
      />
    </QueryClientProvider>,
  )
  return fix
}

test('a fix in the plan says what it comes to, and opens a change request in one click', async () => {
  const fix = shown()
  const [first, second] = within(screen.getByRole('list', { name: 'Suggestions' })).getAllByRole('listitem')
  expect(first).toHaveTextContent('In the plan: Let “total” be null')
  expect(first).toHaveTextContent('about 40 (31 to 52)')
  expect(first).toHaveTextContent('slip through"N/A"')
  expect(second).toHaveTextContent('In the code: Send “total” as number')
  expect(second).toHaveTextContent('Web shop5.0not told/checkout4')
  expect(within(second as HTMLElement).queryByRole('button')).not.toBeInTheDocument()
  // The button and the numbers stand in line with the text, beside the icon.
  const [, beside] = first?.children ?? []
  for (const part of ['It may be empty.', 'cleared', 'Open a change request'])
    expect(beside).toContainElement(screen.getByText(part))
  await userEvent.click(screen.getByRole('button', { name: 'Open a change request' }))
  expect(fix).toHaveBeenCalledWith({ id: 'v1', suggestion: 's1' })
  expect(push).toHaveBeenCalledWith('/plans/p1/change-requests/12')
})

test('where a request edits the event already it says so, and offers to add to it', async () => {
  const fix = shown({ openRequests: [{ number: 7, title: 'Currency', canEdit: true }] })
  expect(screen.getByRole('link', { name: '#7 Currency' })).toHaveAttribute(
    'href',
    '/plans/p1/change-requests/7',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Add to #7' }))
  expect(fix).toHaveBeenCalledWith({ id: 'v1', suggestion: 's1', addTo: 7 })
})

test('a guess is marked as one', () => {
  shown({ judged: 0, data: [{ ...allowNull, effect: { is: 'inferred', outcome: 'cleared' } }] })
  expect(screen.getByText('inferred')).toBeInTheDocument()
  expect(screen.getByText(/No call of this event is recorded/)).toBeInTheDocument()
})

test('who may not propose is offered nothing to press', () => {
  shown({}, 'viewer')
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
