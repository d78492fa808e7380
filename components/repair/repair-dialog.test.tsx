import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { RuleRepairs } from '@/contracts/repair'
import { makeQueryClient } from '../data/query-client'
import { RepairButton } from './repair-button'
import type { RepairAction } from './use-repair'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const rule = { type: 'TRACK', key: 'Order Completed', version: 1 } as const
const change = {
  kind: 'property-required',
  rule,
  sentence: 'total is required now',
  senders: 'breaking' as const,
  readers: 'safe' as const,
  why: { senders: 'Events without total become violations.', readers: 'Nothing new arrives.' },
  witness: { properties: {} },
  refusals: [{ pointer: '/properties/total', message: 'properties.total is required' }],
}
const found: RuleRepairs = {
  rule,
  repairs: [
    {
      name: 'required-is-not-a-list',
      pointer: '/properties/total/required',
      explanation: 'true stands where names should.',
      certainty: 'certain',
      what: 'The property was listed among the required ones.',
      changes: [change],
    },
    {
      name: 'unknown-type',
      pointer: '/properties/count/type',
      explanation: 'There is no type "Int".',
      certainty: 'guess',
      what: 'The type was read as integer.',
      changes: [],
    },
  ],
  left: [],
}

let addresses: string[] = []
beforeEach(() => {
  push.mockClear()
  addresses = []
  vi.stubGlobal('fetch', async (path: string) => {
    addresses.push(path)
    return Response.json({ data: [found], nextCursor: null })
  })
})

const shown = (of: typeof rule | null = rule) => {
  const repair = vi.fn<RepairAction>(async () => ({ ok: true, value: { number: 8, repairs: 1 } }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <RepairButton plan="p1" rule={of} repair={repair} />
    </QueryClientProvider>,
  )
  return { repair }
}

test('a repair is shown with its verdict and the event it breaks before it is made', async () => {
  const { repair } = shown()
  await userEvent.click(screen.getByRole('button', { name: 'Repair' }))
  const certain = within(await screen.findByRole('list', { name: 'Certain repairs' }))
  expect(certain.getByText('The property was listed among the required ones.')).toBeInTheDocument()
  expect(certain.getByRole('button', { name: 'Senders: breaking. Why?' })).toBeInTheDocument()
  await userEvent.click(certain.getByRole('button', { name: /will be rejected tomorrow/ }))
  expect(certain.getByRole('region')).toHaveTextContent('"properties": {}')
  expect(repair).not.toHaveBeenCalled()
})

test('without a tick only what is certain is made, and one goes to the request', async () => {
  const { repair } = shown()
  await userEvent.click(screen.getByRole('button', { name: 'Repair' }))
  await screen.findByRole('list', { name: 'Guesses' })
  await userEvent.click(screen.getByRole('button', { name: 'Open a change request' }))
  await waitFor(() => expect(push).toHaveBeenCalledWith('/plans/p1/change-requests/8'))
  expect(repair).toHaveBeenCalledWith({ plan: 'p1', rules: [rule], guesses: [] })
})

test('a guess is made when it is ticked, and not when the tick is taken back', async () => {
  const { repair } = shown()
  await userEvent.click(screen.getByRole('button', { name: 'Repair' }))
  const guess = await screen.findByRole('checkbox', { name: /The type was read as integer/ })
  for (const wanted of [1, 0, 1]) {
    await userEvent.click(guess)
    expect(guess).toHaveAttribute('aria-checked', String(wanted === 1))
  }
  await userEvent.click(screen.getByRole('button', { name: 'Open a change request' }))
  await waitFor(() => expect(repair).toHaveBeenCalledOnce())
  expect(repair.mock.calls[0]?.[0].guesses).toEqual([{ rule, pointer: '/properties/count/type' }])
})

test('for a whole plan every rule is named, and no rule is left out of what is asked', async () => {
  const { repair } = shown(null)
  await userEvent.click(screen.getByRole('button', { name: 'Repair all' }))
  expect(await screen.findByRole('heading', { name: 'Order Completed' })).toBeInTheDocument()
  expect(addresses).toEqual(['/api/v1/plans/p1/repairs?limit=10'])
  await userEvent.click(screen.getByRole('button', { name: 'Open a change request' }))
  await waitFor(() => expect(repair).toHaveBeenCalledWith({ plan: 'p1', guesses: [] }))
})
