import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { ReviewView } from '@/contracts/review-view'
import { makeQueryClient } from '../data/query-client'
import { aRequest } from './a-request.cases'
import type { RequestActions } from './request-actions'
import { requestActions } from './request-actions.cases'
import { useRequestWork } from './use-request-work'
import { WaitingPublish } from './waiting-publish'

const place = { plan: 'p1', number: 7 }
const waiting: NonNullable<ReviewView['waiting']> = {
  at: null,
  since: '2026-01-05T09:00:00.000Z',
  by: 'Sue Steward',
  place: 2,
  behind: { number: 5, halted: false },
  opens: null,
  bypass: false,
}

const show = (view: ReviewView) => {
  const unschedule = vi.fn<RequestActions['unschedule']>(async () => ({ ok: true, value: view }))
  const Harness = () => {
    const work = useRequestWork(place, requestActions({ unschedule }), () => {})
    return <WaitingPublish plan="p1" view={view} work={work} onPublish={() => {}} />
  }
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness />
    </QueryClientProvider>,
  )
  return { unschedule, user: userEvent.setup() }
}

it('says where it stands in the queue and behind whom, and lets it be left', async () => {
  const { unschedule, user } = show(aRequest({ waiting, can: { unschedule: true } }))
  expect(screen.getByText('In the publish queue: number 2')).toBeVisible()
  expect(screen.getByText(/Asked for by Sue Steward/)).toHaveTextContent('It waits behind change request 5.')
  await user.click(screen.getByRole('button', { name: 'Leave the queue' }))
  expect(unschedule).toHaveBeenCalledExactlyOnceWith(place)
})

it('says that the queue waits for a publish that stopped half-way', () => {
  show(aRequest({ waiting: { ...waiting, behind: { number: 5, halted: true } } }))
  expect(screen.getByText(/The queue waits for/)).toHaveTextContent(
    'The queue waits for change request 5, which stopped half-way and has to be resumed or given up.',
  )
  expect(screen.queryByRole('button')).toBeNull()
})

it('says until when the plan may not be published', () => {
  const opens = new Date(Date.now() + 2.5 * 3_600_000).toISOString()
  show(aRequest({ waiting: { ...waiting, place: 1, behind: null, opens } }))
  expect(screen.getByText('In the publish queue: the next one')).toBeVisible()
  expect(screen.getByText(/Asked for by/)).toHaveTextContent(
    'The plan may not be published now; it may be in 2 h.',
  )
})

it('tells its hour, exactly on hover', () => {
  const at = new Date(Date.now() + 2.5 * 3_600_000).toISOString()
  show(aRequest({ waiting: { ...waiting, at, place: null, behind: null }, can: { schedule: true } }))
  const hour = screen.getByText('in 2 h')
  expect(hour).toHaveAttribute('dateTime', at)
  expect(hour).toHaveAttribute('title', expect.stringContaining(String(new Date(at).getFullYear())))
  expect(screen.getByRole('button', { name: 'Change the time' })).toBeVisible()
})

it('says why a publish did not begin', () => {
  show(aRequest({ publishError: { code: 'blocked', message: 'A still needs an approval.' } }))
  expect(screen.getByText('A still needs an approval.')).toBeVisible()
})
