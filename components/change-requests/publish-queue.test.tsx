import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { PublishQueueEntry } from '@/contracts/change-request'
import type { LeaveQueueAction } from '../data/leave-queue-button'
import { makeQueryClient } from '../data/query-client'
import { publishQueueQuery } from './change-request-queries'
import { PublishQueue } from './publish-queue'

const inHours = (hours: number) => new Date(Date.now() + (hours + 0.5) * 3_600_000).toISOString()
const entry = (number: number, over: Partial<PublishQueueEntry>): PublishQueueEntry => ({
  number,
  title: `Request ${number}`,
  author: 'Ann',
  state: 'waiting',
  at: null,
  since: '2026-01-05T09:00:00.000Z',
  opens: null,
  by: 'Sue',
  can: { leave: true },
  ...over,
})

const show = (...entries: readonly PublishQueueEntry[]) => {
  const leaveQueue = vi.fn<LeaveQueueAction>(async () => ({ ok: true, value: null }))
  const queries = makeQueryClient()
  queries.setQueryData(publishQueueQuery('p1').queryKey, { data: [...entries], nextCursor: null })
  render(
    <QueryClientProvider client={queries}>
      <PublishQueue plan="p1" name="Storefront" leaveQueue={leaveQueue} />
    </QueryClientProvider>,
  )
  return leaveQueue
}

it('says of each for what it waits, and lets it be called off', async () => {
  const leaveQueue = show(
    entry(3, { state: 'under-way', by: null, can: { leave: false } }),
    entry(5, { opens: inHours(2) }),
    entry(6, {}),
    entry(9, { state: 'scheduled', at: inHours(3) }),
  )
  const [first, next, after, later] = screen.getAllByRole('listitem')
  expect(first).toHaveTextContent('on its way to Segment')
  expect(within(first ?? document.body).queryByRole('button')).toBeNull()
  expect(next).toHaveTextContent('waits until the plan may be published, in 2 h')
  expect(after).toHaveTextContent('waits for its turn')
  expect(later).toHaveTextContent('publishes in 3 h')
  await userEvent.click(screen.getByRole('button', { name: 'Call it off: change request 9' }))
  expect(leaveQueue).toHaveBeenLastCalledWith({ plan: 'p1', number: 9 })
  await userEvent.click(screen.getByRole('button', { name: 'Leave the queue: change request 6' }))
  expect(leaveQueue).toHaveBeenLastCalledWith({ plan: 'p1', number: 6 })
})
