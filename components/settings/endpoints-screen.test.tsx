import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type { EndpointView } from '@/contracts/endpoint'
import { makeQueryClient } from '../data/query-client'
import { EndpointsScreen } from './endpoints-screen'
import { endpointsQuery } from './settings-queries'

const endpoint = (id: string, over: Partial<EndpointView>): EndpointView => ({
  id,
  kind: 'events',
  url: `https://here.example/api/webhooks/segment/${id}`,
  source: 's1',
  sourceName: 'iOS App',
  keyEnding: 'q7Zt',
  workspace: { id: 'w1', name: 'Acme' },
  createdAt: '2026-01-05T10:00:00.000Z',
  lastDeliveryAt: null,
  deliveries: 0,
  ...over,
})

test('an address for events names its source, and tells the id only of one that is not known any more', () => {
  const queries = makeQueryClient()
  const data = [
    endpoint('e1', {}),
    endpoint('e2', { source: 's2', sourceName: null, keyEnding: null }),
    endpoint('e3', { kind: 'violations', source: null, sourceName: null, keyEnding: null }),
  ]
  queries.setQueryData(endpointsQuery().queryKey, { data, nextCursor: null })
  const actions = { createEndpoint: vi.fn(), rotateEndpoint: vi.fn(), deleteEndpoint: vi.fn() }
  render(
    <QueryClientProvider client={queries}>
      <EndpointsScreen actions={actions} />
    </QueryClientProvider>,
  )
  const rows = within(screen.getByRole('list', { name: 'Addresses' })).getAllByRole('listitem')
  expect(rows).toHaveLength(3)
  expect(rows[0]).toHaveTextContent(/^Events of iOS App in Acme, write key …q7Zt/)
  expect(rows[1]).toHaveTextContent(/^Events of s2 in Acme/)
  expect(rows[2]).toHaveTextContent(/^Violations of Acme/)
})
