import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { OverviewView } from '@/contracts/overview'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { overviewQuery } from './overview-query'
import { OverviewScreen } from './overview-screen'

vi.mock('../ui/lazy-bar-chart', () => ({ LazyBarChart: ({ label }: { label: string }) => <p>{label}</p> }))

const plan = (over: Partial<OverviewView['plans'][number]>): OverviewView['plans'][number] => ({
  id: 'p1',
  name: 'Storefront',
  description: null,
  segmentId: 'tp_1',
  workspace: { id: 'w1', name: 'Acme', demo: false },
  headVersion: 3,
  liveVersion: 3,
  drift: null,
  lastSeenAt: '2030-01-01T00:00:00.000Z',
  problem: null,
  syncJobId: null,
  rules: 60,
  sources: [],
  ...over,
})

const empty: OverviewView = {
  plans: [],
  lines: [],
  waitingForMe: [],
  mine: [],
  openViolations: 0,
  triage: { me: 0, groups: 0, regressed: [] },
  trend: [],
  activity: [],
  suggestions: [],
}

const show = (overview: Partial<OverviewView>, role = 'admin') => {
  const queries = makeQueryClient()
  queries.setQueryData(overviewQuery().queryKey, { ...empty, ...overview })
  queries.setQueryData(frameQuery().queryKey, {
    me: { id: 'u1', name: 'Ada', email: 'ada@example.test', role, demo: false },
    workspaces: [],
    plans: [],
    waitingForMe: 0,
    openViolations: 0,
    drifted: 0,
  })
  render(
    <QueryClientProvider client={queries}>
      <OverviewScreen />
    </QueryClientProvider>,
  )
}

test('begins with connecting a workspace, for those who may', () => {
  show({})
  expect(screen.getByRole('link', { name: 'Connect a workspace' })).toHaveAttribute(
    'href',
    '/settings/workspaces',
  )
})

test('tells everybody else whom to ask', () => {
  show({}, 'steward')
  expect(screen.queryByRole('link', { name: 'Connect a workspace' })).toBeNull()
  expect(screen.getByText(/An administrator has to connect/)).toBeVisible()
})

test('says of each plan what is live, what drifted and what failed', () => {
  show({
    plans: [
      plan({}),
      plan({
        id: 'p2',
        name: 'Mobile',
        headVersion: 5,
        liveVersion: 4,
        drift: { rules: 2, seenAt: '2030-01-01T00:00:00.000Z' },
        problem: { code: 'segment-refused', message: 'No.', at: '2030-01-02T00:00:00.000Z' },
      }),
      plan({ id: 'p3', name: 'New', headVersion: null, liveVersion: null, syncJobId: 'j1' }),
    ],
  })
  const row = (name: string) =>
    within(screen.getByRole('link', { name }).closest('tr') ?? document.createElement('tr'))
  expect(row('Storefront').getByText('version 3')).toBeVisible()
  expect(row('Mobile').getByText('version 4, head is 5')).toBeVisible()
  expect(row('Mobile').getByRole('link', { name: '2 rules' })).toHaveAttribute('href', '/plans/p2/drift')
  expect(row('Mobile').getByText(/failed/)).toBeVisible()
  expect(row('New').getByRole('link', { name: 'being read' })).toBeVisible()
})

test('says of each stage what is live there, how far behind it is, and where to go on', () => {
  const stage = (
    id: string,
    over: Partial<OverviewView['lines'][number][number]>,
  ): OverviewView['lines'][number][number] => ({
    plan: { id, name: `Plan ${id}`, segmentId: `tp_${id}` },
    workspace: { id: 'w1', name: 'Acme' },
    stage: null,
    follows: null,
    depth: 0,
    headVersion: 7,
    liveVersion: 7,
    drift: null,
    promoted: null,
    behind: null,
    waiting: null,
    ...over,
  })
  const promoted = { version: 5, at: '2030-01-01T00:00:00.000Z' }
  show({ plans: [plan({})] })
  expect(screen.queryByRole('heading', { name: 'Stages' })).toBeNull()
  show({
    plans: [plan({})],
    lines: [
      [
        stage('dev', {}),
        stage('live', { stage: 'Live', follows: 'dev', depth: 1, liveVersion: 6, promoted, behind: 2 }),
      ],
    ],
  })
  const [first, second] = within(screen.getByRole('list', { name: 'Stages of Plan dev' })).getAllByRole(
    'listitem',
  )
  expect(first).toHaveTextContent('version 7 is live')
  expect(second).toHaveTextContent('version 6 is live, head is 7')
  expect(second).toHaveTextContent('has version 5 of Plan dev, 2 versions behind')
  const links = within(second ?? document.body)
  expect(links.getByRole('link', { name: 'Live' })).toHaveAttribute('href', '/plans/live/catalog')
  expect(links.getByRole('link', { name: 'Promote to Live' })).toHaveAttribute(
    'href',
    '/settings/targets?plan=live',
  )
  expect(screen.getAllByRole('link', { name: /^Promote/ })).toHaveLength(1)
})

test('offers each suggestion with its count and its button', () => {
  show({
    plans: [plan({})],
    suggestions: [
      { count: 7, sentence: 'violations are open', href: '/violations?status=open', action: 'Look at them' },
    ],
  })
  const button = screen.getByRole('link', { name: 'Look at them: 7 violations are open' })
  expect(button).toHaveAttribute('href', '/violations?status=open')
})

test('shows a chart only where something was counted', () => {
  const day = { day: '2030-01-01', volume: null }
  show({ plans: [plan({})], trend: [{ ...day, violations: 0, blocked: 0 }] })
  expect(screen.queryByText(/per day over/)).toBeNull()
  show({ plans: [plan({})], trend: [{ ...day, violations: 0, blocked: 4 }] })
  expect(screen.getByText('Blocked events per day over the last 14 days')).toBeVisible()
})

test('j and k go through what waits', async () => {
  const request = (number: number) => ({
    number,
    title: `Request ${number}`,
    description: '',
    author: 'Ada',
    authorId: 'ada',
    status: 'in-review' as const,
    base: 1,
    fingerprint: 'f',
    approvals: [],
    gates: [],
    checks: [],
    jobId: null,
    waiting: null,
    version: null,
    editCount: 1,
    unresolved: 0,
    mentionsYou: false,
    createdAt: '2030-01-01T00:00:00.000Z',
    updatedAt: '2030-01-01T00:00:00.000Z',
    plan: { id: 'p1', name: 'Storefront' },
  })
  show({ plans: [plan({})], waitingForMe: [request(1), request(2)], mine: [request(3)] })
  const focused = (name: RegExp) => vi.waitFor(() => expect(screen.getByRole('link', { name })).toHaveFocus())
  await userEvent.keyboard('j')
  await focused(/Request 1/)
  await userEvent.keyboard('jj')
  await focused(/Request 2/)
  await userEvent.keyboard('k')
  await focused(/Request 1/)
})
