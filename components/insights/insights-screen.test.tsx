import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing'
import { expect, test, vi } from 'vitest'
import type { InsightsView, Measures } from '@/contracts/insights'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { insightsQuery } from './insights-query'
import { InsightsScreen } from './insights-screen'

vi.mock('../ui/lazy-line-chart', () => ({ LazyLineChart: () => null }))

const nothing: Measures = {
  ...{
    violations: 0,
    rated: 0,
    events: null,
    perMillion: null,
    tracked: null,
    coverage: null,
    opened: 0,
    resolved: 0,
  },
  ...{ hoursToResolve: null, planned: null, described: null, owned: null },
}
const good: Measures = {
  ...{
    violations: 1_200,
    rated: 1_200,
    events: 3_000_000,
    perMillion: 400,
    tracked: 2_000_000,
    coverage: 0.975,
    opened: 4,
  },
  ...{ resolved: 5, hoursToResolve: 30, planned: 40, described: 30, owned: 10 },
}
const span = { from: '2026-01-01', to: '2026-01-07' }
const next = { from: '2026-01-08', to: '2026-01-14' }

const plans = [
  { id: 'p1', name: 'Storefront', segmentId: 'tp_1', workspaceId: 'w1', headVersion: 1 },
  { id: 'p2', name: 'Backoffice', segmentId: 'tp_2', workspaceId: 'w1', headVersion: 1 },
]

const show = (view: Partial<InsightsView>, known = plans) => {
  const queries = makeQueryClient()
  const seen = vi.fn<(update: UrlUpdateEvent) => void>()
  const filled = {
    from: span.from,
    to: next.to,
    hasOwners: true,
    points: [],
    total: nothing,
    before: nothing,
    ...view,
  }
  for (const days of ['30', '90', '365'] as const)
    for (const plan of [null, 'p1', 'p2'])
      queries.setQueryData(insightsQuery({ plan, workspace: null, days }).queryKey, filled)
  queries.setQueryData(frameQuery().queryKey, {
    me: { id: 'u1', name: 'Ada', email: 'ada@example.test', role: 'viewer', demo: false },
    ...{ workspaces: [{ id: 'w1', name: 'Acme', demo: false }], plans: known },
    ...{ waitingForMe: 0, openViolations: 0, drifted: 0 },
  })
  render(
    <NuqsTestingAdapter hasMemory onUrlUpdate={seen}>
      <QueryClientProvider client={queries}>
        <InsightsScreen />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  return seen
}
const section = (name: string) => screen.getByRole('region', { name })

test('each measure says its number, and whether that is better than before', () => {
  show({
    points: [
      { ...span, ...nothing },
      { ...next, ...good },
    ],
    total: good,
    before: { ...good, perMillion: 800, hoursToResolve: 10, coverage: 0.975, described: null },
  })
  expect(screen.getByText('1 Jan 2026 to 14 Jan 2026, in UTC, beside as many days before')).toBeVisible()
  expect(section('Violations per million events')).toHaveTextContent('400Better: 800 before')
  expect(section('Violations per million events')).toHaveTextContent('Violations: 1,200 · Events: 3,000,000')
  expect(section('Time to resolve')).toHaveTextContent('30 hWorse: 10 h before')
  expect(section('Coverage')).toHaveTextContent('97.5 %About the same: 97.5 % before')
  expect(section('Described events')).toHaveTextContent('75 %Not known for the time before')
  expect(section('Owned events')).toHaveTextContent('25 %')
})

test('of violations whose events nobody counted it says that no rate is told of them', () => {
  show({ total: { ...good, violations: 1_500 }, before: good })
  expect(section('Violations per million events')).toHaveTextContent(
    'Violations: 1,500 · Events: 3,000,000300 of these violations are not in the rate',
  )
})

test('where all that arrived is in the rate, nothing is said of what is not', () => {
  show({ total: good, before: good })
  expect(screen.queryByText(/not in the rate/)).toBeNull()
})

test('behind each chart stands a table of every point; what is not known is no zero', async () => {
  show({
    points: [
      { ...span, ...nothing },
      { ...next, ...good },
    ],
    total: good,
  })
  const measure = within(section('Violations per million events'))
  await userEvent.click(measure.getByText('The numbers as a table'))
  const table = measure.getByRole('table', { name: 'Violations per million events over time' })
  expect(
    within(table)
      .getAllByRole('row')
      .map((row) =>
        within(row)
          .queryAllByRole('cell')
          .map((cell) => cell.textContent),
      ),
  ).toEqual([
    [],
    ['1 Jan 2026 to 7 Jan 2026', 'not known', '0', 'not known'],
    ['8 Jan 2026 to 14 Jan 2026', '400', '1,200', '3,000,000'],
  ])
})

test('what is not known says why, and what makes it known', () => {
  show({ points: [{ ...span, ...nothing }] })
  const rate = section('Violations per million events')
  expect(rate).toHaveTextContent('Not known yet')
  expect(within(rate).getByRole('link', { name: 'sources' })).toHaveAttribute('href', '/sources')
  expect(within(section('Time to resolve')).getByRole('link', { name: 'board' })).toHaveAttribute(
    'href',
    '/violations',
  )
  expect(screen.queryByRole('figure')).toBeNull()
})

test('where nobody owns anything, the policy is the next step', () => {
  show({ total: { ...good, owned: 0 }, hasOwners: false })
  expect(screen.getByRole('link', { name: 'Name owners' })).toHaveAttribute('href', '/settings/policies')
})

test('range and plan stand in the address, and the page can be printed', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  const seen = show({ total: good })
  await userEvent.click(screen.getByRole('button', { name: '365 days' }))
  await waitFor(() =>
    expect(seen).toHaveBeenLastCalledWith(expect.objectContaining({ queryString: '?days=365' })),
  )
  await userEvent.click(screen.getByRole('combobox', { name: 'What is looked at' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Backoffice' }))
  await waitFor(() =>
    expect(seen).toHaveBeenLastCalledWith(expect.objectContaining({ queryString: '?days=365&plan=p2' })),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalledOnce()
})

test('without a plan it says what it would show', () => {
  show({}, [])
  expect(screen.getByText('No tracking plan is here yet')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
})
