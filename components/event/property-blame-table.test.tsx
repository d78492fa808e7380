import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { PropertyBlameTable } from './property-blame-table'

const place = { plan: 'p1', rule: { type: 'TRACK' as const, key: 'Order Completed', version: 1 } }
const blame = (pointer: string, by: string, changeRequest: number | null) => ({
  pointer,
  version: 3,
  at: '2026-01-05T09:00:00.000Z',
  by,
  changeRequest,
})

const show = (answer: () => Response) => {
  vi.stubGlobal('fetch', async () => answer())
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <PropertyBlameTable place={place} version={null} />
    </QueryClientProvider>,
  )
}

afterEach(() => vi.unstubAllGlobals())

it('names who last changed each property, in which version, and leads to the request', async () => {
  show(() =>
    Response.json([
      blame('/properties/total', 'Ann Author', 12),
      blame('/properties/coupon', 'Segment', null),
    ]),
  )
  const table = await screen.findByRole('table', { name: 'Last change of each property' })
  const [, total, coupon] = within(table).getAllByRole('row')
  expect(total).toHaveTextContent(/^properties\/totalAnn Author.*version 3, #12$/)
  expect(within(table).getByRole('link', { name: '#12' })).toHaveAttribute(
    'href',
    '/plans/p1/change-requests/12',
  )
  expect(coupon).toHaveTextContent(/^properties\/couponSegment.*version 3$/)
})

it('says that it could not be read, and shows nothing where there is nothing', async () => {
  show(() =>
    Response.json(
      { type: 'about:blank', title: 'No', status: 404, code: 'not-found', what: 'rule' },
      { status: 404 },
    ),
  )
  expect(await screen.findByRole('alert')).toBeVisible()
  expect(screen.queryByRole('table')).not.toBeInTheDocument()
})
