import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { JobView } from '@/contracts/job'
import type { LeaveQueueAction } from '../data/leave-queue-button'
import { makeQueryClient } from '../data/query-client'
import { JobRow } from './job-row'

const job: JobView = {
  id: 'j1',
  kind: 'publish',
  status: 'queued',
  progress: null,
  attempts: 0,
  subject: 'change-request:p1:7',
  createdAt: '2026-01-05T09:00:00.000Z',
  startedAt: null,
  finishedAt: null,
}
const waits: NonNullable<JobView['waits']> = {
  plan: 'p1',
  number: 7,
  reason: 'Sue scheduled the publish.',
  until: null,
  isScheduled: true,
  can: { leave: false },
}
const subject = { label: '#7 in Storefront', href: '/plans/p1/change-requests/7' }
const until = () => new Date(Date.now() + 2.5 * 3_600_000).toISOString()
const show = (over: Partial<JobView>) => {
  const leaveQueue = vi.fn<LeaveQueueAction>(async () => ({ ok: true, value: null }))
  const shown = render(
    <QueryClientProvider client={makeQueryClient()}>
      <JobRow job={{ ...job, ...over }} subject={subject} leaveQueue={leaveQueue} />
    </QueryClientProvider>,
  )
  return { ...shown, leaveQueue }
}

it('tells the hour of a publish that is scheduled, exactly on hover', () => {
  const at = until()
  show({ waits: { ...waits, until: at } })
  expect(screen.getByText(/Sue scheduled the publish/)).toHaveTextContent(
    'Sue scheduled the publish. Its hour comes in 2 h.',
  )
  expect(screen.getByText('in 2 h')).toHaveAttribute('dateTime', at)
})

it('says for what a publish in the queue waits', () => {
  const reason = 'Sue asked for the publish. It is in the publish queue, behind change request 5.'
  const { unmount } = show({ waits: { ...waits, reason, isScheduled: false } })
  expect(screen.getByText(reason)).toBeVisible()
  unmount()
  const closed = 'It waits until the plan may be published again.'
  show({ waits: { ...waits, reason: closed, until: until(), isScheduled: false } })
  expect(screen.getByText(/It waits until/)).toHaveTextContent(`${closed} That is in 2 h.`)
})

it('says nothing of waiting where a job is only to be run', () => {
  show({})
  expect(screen.getByText('Waiting')).toBeVisible()
  expect(screen.queryByText(/publish queue|Its hour|That is/)).toBeNull()
})

it('lets whoever may publish take it out of the queue', async () => {
  const { unmount } = show({ waits })
  expect(screen.queryByRole('button')).toBeNull()
  unmount()
  const { leaveQueue } = show({ waits: { ...waits, isScheduled: false, can: { leave: true } } })
  await userEvent.click(screen.getByRole('button', { name: 'Leave the queue: change request 7' }))
  expect(leaveQueue).toHaveBeenCalledExactlyOnceWith({ plan: 'p1', number: 7 })
})
