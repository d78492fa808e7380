import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { CommandPalette } from './command-palette'

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

afterEach(() => {
  push.mockReset()
  vi.unstubAllGlobals()
})

const plan = { id: 'plan', name: 'A plan', segmentId: 'tp_a', workspaceId: 'a', headVersion: 1 }
const names = ['Cart Shared', 'Cart Viewed', 'Order Completed']

const row = (key: string) => ({
  type: 'TRACK',
  key,
  version: 1,
  lineage: key,
  description: '',
  labels: {},
  properties: [],
  requiredCount: 0,
  since: 1,
  defects: 0,
  openViolations: 0,
  openChangeRequests: [],
  eventsLastWeek: null,
})

/** A palette whose searches are answered when `answer` is called, with the names that hold what was searched. */
const opened = async () => {
  const waiting: (() => void)[] = []
  vi.stubGlobal('fetch', (path: string) => {
    const q = new URL(path, 'http://localhost').searchParams.get('q') ?? ''
    const data = names.filter((name) => name.toLowerCase().includes(q)).map(row)
    return new Promise((resolve) => waiting.push(() => resolve(Response.json({ data, nextCursor: null }))))
  })
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <CommandPalette plan={plan} open onOpenChange={() => undefined} />
    </QueryClientProvider>,
  )
  const answer = async () => {
    await waitFor(() => expect(waiting).not.toHaveLength(0))
    for (const give of waiting.splice(0)) give()
  }
  await answer()
  await screen.findByRole('option', { name: /Cart Shared/ })
  return answer
}

test('the first that is found is the one that enter opens', async () => {
  const answer = await opened()
  await userEvent.keyboard('completed')
  await answer()
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await userEvent.keyboard('{Enter}')
  expect(push).toHaveBeenCalledExactlyOnceWith('/plans/plan/rules/TRACK?key=Order+Completed&version=1')
})

test('enter before the answer opens what was searched, not what stood there before', async () => {
  const answer = await opened()
  await userEvent.keyboard('completed{Enter}')
  expect(push).not.toHaveBeenCalled()
  await answer()
  await waitFor(() => expect(push).toHaveBeenCalledOnce())
  expect(push.mock.lastCall?.[0]).toContain('Completed')
})
