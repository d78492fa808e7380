import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { JobView } from '@/contracts/job'
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
}
const subject = { label: '#7 in Storefront', href: '/plans/p1/change-requests/7' }
const until = () => new Date(Date.now() + 2.5 * 3_600_000).toISOString()
const show = (over: Partial<JobView>) => render(<JobRow job={{ ...job, ...over }} subject={subject} />)

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
