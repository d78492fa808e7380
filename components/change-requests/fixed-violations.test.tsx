import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { BoardRow } from '@/contracts/board'
import { makeQueryClient } from '../data/query-client'
import { fixedViolationsQuery } from './change-request-queries'
import { FixedViolations } from './fixed-violations'

const place = { plan: 'p1', number: 7 }

const aRow = (set: Partial<BoardRow>): BoardRow => ({
  ...{ id: 'v1', plan: { id: 'p1', name: 'Storefront' }, type: 'invalid-type', revision: 1, reason: null },
  ...{ rule: { type: 'TRACK', key: 'Order Completed', version: 1 }, pointer: '/properties/products/*/price' },
  ...{ message: 'Invalid type. Expected: number, given: string', status: 'fix-planned', ignoreUntil: null },
  ...{ resolvedIn: null, resolvedInPlan: null, changeRequest: 7, regressedAt: null, assignee: null },
  ...{ assigneeId: null, owners: [], count: 1240, share: null, sources: [], appVersions: [], origin: null },
  ...{ firstSeen: '2026-01-05T08:30:00.000Z', lastSeen: '2026-01-05T08:30:00.000Z', trend: [], bundle: null },
  ...set,
})

const shown = (data: readonly BoardRow[], nextCursor: string | null = null) => {
  const queries = makeQueryClient()
  queries.setQueryData(fixedViolationsQuery(place).queryKey, { data: [...data], nextCursor })
  return render(
    <QueryClientProvider client={queries}>
      <FixedViolations place={place} />
    </QueryClientProvider>,
  )
}

test('each violation has its name, status and count, and leads to its page', () => {
  shown(
    [aRow({}), aRow({ id: 'v2', type: 'unplanned-event', pointer: '/event', status: 'resolved', count: 1 })],
    'more',
  )
  const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem')
  expect(first).toHaveTextContent('products[].price in Order Completed')
  expect(first).toHaveTextContent('Fix planned1,240 times')
  expect(within(first as HTMLElement).getByRole('link')).toHaveAttribute('href', '/violations/v1')
  expect(second).toHaveTextContent(/^Order Completed.*Resolvedonce$/)
  expect(screen.getByText(/there are more/)).toBeInTheDocument()
})

test('a request that is to end none takes no room', () => {
  expect(shown([]).container).toBeEmptyDOMElement()
})
