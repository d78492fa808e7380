import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { ImpactView } from '@/contracts/replay'
import { makeQueryClient } from '../../data/query-client'
import { anImpact, aResult } from './impact.cases'
import { impactQuery } from './impact-query'
import { ImpactTab } from './impact-tab'

const place = { plan: 'p1', number: 7 }
const shown = (impact: ImpactView) => {
  const queries = makeQueryClient()
  queries.setQueryData(impactQuery(place, 'f1').queryKey, impact)
  const actions = {
    replay: vi.fn(async () => ({ ok: true as const, value: { jobId: 'j1' } })),
    cancelReplay: vi.fn(async () => ({ ok: false as const, failure: { code: 'not-signed-in' as const } })),
  }
  render(
    <QueryClientProvider client={queries}>
      <ImpactTab place={place} fingerprint="f1" actions={actions} />
    </QueryClientProvider>,
  )
  return actions
}

test('tells how many received calls break and are fixed, with the interval, and where', async () => {
  const { replay } = shown(anImpact())
  const outcomes = within(screen.getByRole('list', { name: 'Calls by outcome' }))
  expect(outcomes.getAllByRole('listitem')[0]).toHaveTextContent(
    'Newly brokenabout 1,240980 to 1,500, 10 recordedwas fine, would be a violation',
  )
  expect(screen.getByRole('table', { name: 'By constraint' })).toHaveTextContent(
    'Order Completed: Invalid type. Expected: string, given: integer/properties/totalabout 1,2400',
  )
  expect(screen.getByRole('table', { name: 'By source' })).toHaveTextContent('Web shop')
  expect(screen.getByRole('table', { name: 'By app version' })).toHaveTextContent('not told')
  await userEvent.click(screen.getByRole('button', { name: 'Judge again' }))
  expect(replay).toHaveBeenCalledWith(place)
})

test('shows a call with the failing place marked', async () => {
  shown(anImpact())
  await userEvent.click(screen.getByText('Newly broken', { selector: 'summary *' }))
  expect(screen.getByRole('region', { name: 'Call m1' })).toHaveTextContent('"total": 12breaks the rule')
})

test('keeps a guess by reports apart from what was replayed', () => {
  const violation = {
    ...{ id: 'v1', event: 'Cart Viewed', pointer: '/properties/total', type: 'invalid-type' as const },
    ...{
      message: 'Invalid type.',
      count: 12,
      lastSeen: '2026-01-05T08:30:00.000Z',
      outcome: 'cleared' as const,
    },
  }
  const inferred = { cleared: 1, still: 0, unknown: 0, violations: [violation], isCut: false }
  shown(anImpact({ recorded: { kept: 0, received: 0 }, result: aResult({ judged: 0, inferred }) }))
  expect(screen.queryByRole('list', { name: 'Calls by outcome' })).not.toBeInTheDocument()
  expect(screen.getByRole('heading', { name: 'Reported violations inferred' })).toBeInTheDocument()
  expect(screen.getByRole('table', { name: 'Inferred' })).toHaveTextContent('would go')
})

test('while calls are judged it says how far it is, and can be called off', async () => {
  const { cancelReplay } = shown(
    anImpact({
      check: { name: 'replay', status: 'running', findings: [] },
      result: null,
      job: { id: 'j1', status: 'running', progress: { done: 500, total: 2_000, unit: 'calls' } },
      can: { run: false, cancel: true },
    }),
  )
  expect(screen.getByText('500 of 2,000 calls')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Call it off' }))
  expect(cancelReplay).toHaveBeenCalledWith({ id: 'j1' })
})

test('where nothing is recorded it says how calls come here', () => {
  shown(
    anImpact({
      check: { name: 'replay', status: 'skipped', reason: 'Nothing.', findings: [] },
      result: null,
      recorded: { kept: 0, received: 0 },
      can: { run: false, cancel: false },
    }),
  )
  expect(screen.getByText('No calls of these events are recorded')).toBeInTheDocument()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

test('a replay that was skipped says why, and how many calls there are', () => {
  shown(
    anImpact({
      check: { name: 'replay', status: 'skipped', reason: 'It was called off by Ann.', findings: [] },
      result: null,
    }),
  )
  expect(screen.getByText('It was called off by Ann.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Judge recorded calls' })).toBeInTheDocument()
})
