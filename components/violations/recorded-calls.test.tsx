import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ViolationCallList, ViolationCallView } from '@/contracts/violation-call'
import { makeQueryClient } from '../data/query-client'
import { RecordedCalls } from './recorded-calls'
import { recordedCallsQuery } from './recorded-calls-query'

const aCall = (set: Partial<ViolationCallView> = {}): ViolationCallView => ({
  ...{ messageId: 'm1', at: '2026-01-05T08:30:00.000Z', event: 'Order Completed', sourceName: 'Web shop' },
  ...{ appVersion: '5.0', message: 'Invalid type. Expected: number, given: string', uncertain: false },
  call: { event: 'Order Completed', properties: { email: 'xxx@example.com', total: '12.50' } },
  masked: ['/properties/email'],
  got: { text: '"12.50"', masked: false },
  ...set,
})

const violation = { id: 'v1', pointer: '/properties/total', type: 'invalid-type' as const }

const shown = (
  set: Partial<ViolationCallList>,
  of: Partial<Parameters<typeof RecordedCalls>[0]['violation']> = {},
) => {
  const queries = makeQueryClient()
  queries.setQueryData(recordedCallsQuery('v1').queryKey, {
    ...{ data: [], nextCursor: null, judged: 200, reason: null },
    ...set,
  })
  render(
    <QueryClientProvider client={queries}>
      <RecordedCalls violation={{ ...violation, ...of }} />
    </QueryClientProvider>,
  )
}

test('the newest call is open: expected, got, and the failing place marked beside what is masked', () => {
  shown({ data: [aCall(), aCall({ messageId: 'm2', call: null })] })
  const [first, second] = within(screen.getByRole('list', { name: 'Recorded calls' })).getAllByRole(
    'listitem',
  )
  expect(first).toHaveTextContent('Order CompletedWeb shop, app 5.0')
  expect(first).toHaveTextContent('ExpectednumberGot"12.50"')
  const call = screen.getByRole('region', { name: 'Call m1' })
  expect(call).toBeVisible()
  expect(call).toHaveTextContent('"total": "12.50"breaks the rule')
  expect(call).toHaveTextContent('"email": "xxx@example.com",masked')
  expect(within(second as HTMLElement).getByText(/too large/)).not.toBeVisible()
})

test('what hangs on a masked value is told as not certain', () => {
  const message = "Does not match pattern '^[A-Z]+$'"
  shown(
    { data: [aCall({ message, uncertain: true, got: { text: '"xxxx"', masked: true } })] },
    { type: 'pattern' },
  )
  expect(screen.getByText('not certain')).toBeVisible()
  expect(screen.getByRole('listitem')).toHaveTextContent('Got"xxxx"masked')
  expect(screen.getByText(/may have been fine/)).toBeVisible()
})

test('of what was not sent it says so', () => {
  shown({ data: [aCall({ message: 'total is required', got: null })] }, { type: 'required' })
  expect(screen.getByRole('listitem')).toHaveTextContent('Expecteda valueGotnothing: it was not sent')
})

test.each<[string, Partial<ViolationCallList>]>([
  ['No calls of this event are recorded', { judged: 0 }],
  ['None of the newest 200 recorded calls of the event breaks it.', {}],
  ['A rule takes too long.', { reason: 'A rule takes too long.' }],
])('without calls to show: %s', (words, set) => {
  shown(set)
  expect(screen.getByText(words)).toBeVisible()
  expect(screen.queryByRole('list')).not.toBeInTheDocument()
})

test('where nothing is recorded it leads to where calls come from', () => {
  shown({ judged: 0 })
  expect(screen.getByRole('link', { name: 'sources' })).toHaveAttribute('href', '/sources')
})
