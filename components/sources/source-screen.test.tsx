import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect, test, vi } from 'vitest'
import type { RouteView, SourceView } from '@/contracts/source'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { liveSourcesQuery } from '../libraries/live-sources-query'
import { disagreementsQuery, routesQuery, sourceQuery } from './source-queries'
import { SourceScreen } from './source-screen'

vi.mock('../ui/lazy-bar-chart', () => ({ LazyBarChart: ({ label }: { label: string }) => <p>{label}</p> }))

const source: SourceView = {
  id: 's1',
  name: 'iOS App',
  slug: 'ios-app',
  kind: 'iOS',
  platform: 'mobile',
  enabled: true,
  workspace: { id: 'w1', name: 'Acme' },
  plan: { id: 'p1', name: 'Mobile app' },
  settings: {},
  destinations: [{ id: 'd1', name: 'Firebase', kind: 'Firebase', enabled: true, mode: 'device' }],
  summary: 'Blocks unplanned events, but not in device mode.',
  routes: [
    { route: 'forwarding', status: 'connected', arrivals: 12, lastArrivalAt: '2026-01-05T10:00:00.000Z' },
  ],
  lastDay: { volume: 999_000, blocked: 1_000, violations: 500, perMillion: 500 },
  late: { count: 1_204, lastDay: '2026-01-04' },
  lastEventAt: null,
  seenAt: '2026-01-05T10:00:00.000Z',
  enforcement: {
    judged: true,
    rows: [
      {
        call: 'track',
        bad: 'unplanned-event',
        choice: 'block',
        sentence: 'Track events that the plan does not have are blocked.',
        exceptions: ['Firebase is in device mode and gets the event all the same.'],
      },
    ],
  },
  hours: [],
  blockedReasons: [{ reason: 'unplanned', words: 'not in the plan', count: 1_000 }],
  blockedAppVersions: [
    { appVersion: '4.2.0', count: 990 },
    { appVersion: '', count: 10 },
  ],
  reconciled: { blocked: 1_000, reported: 0, arrived: 3, sentence: 'Segment blocked 1,000 events.' },
  appVersions: [],
  libraries: [],
  segmentUrl: null,
}

const route = (over: Partial<RouteView>): RouteView => ({
  route: 'forwarding',
  status: 'not-connected',
  willDo: ['A source of the kind HTTP API.', 'In the schema settings: violations are forwarded.'],
  notes: ['Counts as one tracked user (MTU) in total.'],
  obstacle: null,
  steps: [],
  byHand: [],
  arrivals: 0,
  lastArrivalAt: null,
  jobId: null,
  test: null,
  ...over,
})

const show = (
  routes: readonly RouteView[],
  { tab = 'routes', role = 'steward', writeKeys = [] as readonly (string | null)[], shown = source } = {},
) => {
  const queries = makeQueryClient()
  queries.setQueryData(sourceQuery('s1').queryKey, shown)
  queries.setQueryData(disagreementsQuery('p1').queryKey, {
    data: [
      {
        id: 'x1',
        rule: { type: 'TRACK', key: 'Order Completed', version: 1 },
        pointer: '/properties/total',
        type: 'required',
        side: 'twin',
        message: 'total is required',
        count: 3,
        firstSeen: '2026-01-05T10:00:00.000Z',
        lastSeen: '2026-01-05T10:00:00.000Z',
        sample: null,
      },
    ],
    nextCursor: null,
  })
  queries.setQueryData(routesQuery('s1').queryKey, { data: [...routes], nextCursor: null })
  queries.setQueryData(frameQuery().queryKey, {
    me: { id: 'u1', name: 'Ada', email: 'ada@example.test', role, demo: false },
    workspaces: [],
    plans: [],
    waitingForMe: 0,
    openViolations: 0,
    drifted: 0,
  })
  queries.setQueryData(liveSourcesQuery().queryKey, {
    data: writeKeys.map((writeKey) => ({
      ...{ id: 'e1', writeKey, keyEnding: 'wk1', lastCallAt: null, plan: null },
      source: { id: 's1', name: 'iOS App' },
      workspace: { id: 'w1', name: 'Acme' },
    })),
    nextCursor: null,
  })
  const actions = {
    createEndpoint: vi.fn(async () => ({
      ok: true as const,
      value: { id: 'e1', url: 'u', sharedSecret: 's', writeKey: 'wk1' },
    })),
    connectRoute: vi.fn(async () => ({ ok: true as const, value: { jobId: 'j1' } })),
    disconnectRoute: vi.fn(async () => ({ ok: true as const, value: { jobId: 'j2' } })),
    testRoute: vi.fn(async () => ({
      ok: false as const,
      failure: { code: 'wrong-state' as const, detail: 'This source blocks nothing.', status: 'x' },
    })),
  }
  render(
    <NuqsTestingAdapter searchParams={{ tab }}>
      <QueryClientProvider client={queries}>
        <SourceScreen id="s1" actions={actions} origin="https://here.example" />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  return actions
}

test('says what happens to bad data, and where it happens all the same', () => {
  show([], { tab: 'health' })
  const table = within(screen.getByRole('table', { name: 'What happens to bad data' }))
  // Three columns: there is no room for more on a phone, where a fourth would be out of sight.
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Call',
    'What is wrong',
    'What happens',
  ])
  expect(table.getByRole('cell', { name: /^Blocked/ })).toHaveTextContent(
    /are blocked\.Firebase is in device mode and gets the event all the same\.$/,
  )
  expect(screen.getByText(/500 per million events/)).toBeInTheDocument()
  expect(screen.getByText(/1,204 in 30 days, the last on 2026-01-04/)).toHaveTextContent(
    /happened more than 35 days before they came/,
  )
  expect(screen.getByText('1,000 not in the plan')).toBeInTheDocument()
  expect(screen.getByText('4.2.0: 990, none told: 10')).toBeInTheDocument()
  const differ = within(screen.getByRole('table', { name: 'Where Segment and this installation differ' }))
  expect(differ.getByText('Found here; Segment did not report it')).toBeInTheDocument()
})

test('tells no rate of violations that are not of the events that Segment counted, and says why', () => {
  show([], { tab: 'health', shown: { ...source, lastDay: { ...source.lastDay, perMillion: null } } })
  expect(screen.getByText(/^No rate is told/)).toBeVisible()
  expect(screen.queryByText(/per million/)).toBeNull()
})

test('says exactly what will be made before it is, then asks for it', async () => {
  const actions = show([route({})])
  await userEvent.click(screen.getByRole('button', { name: 'Connect Violation forwarding' }))
  const dialog = within(screen.getByRole('alertdialog', { name: 'Connect Violation forwarding?' }))
  expect(dialog.getByText('In the schema settings: violations are forwarded.')).toBeInTheDocument()
  expect(dialog.getByText(/one tracked user/)).toBeInTheDocument()
  expect(actions.connectRoute).not.toHaveBeenCalled()
  await userEvent.click(dialog.getByRole('button', { name: 'Connect' }))
  expect(actions.connectRoute).toHaveBeenCalledWith({ id: 's1', route: 'forwarding' })
})

test('shows each step with its words, what to copy by hand, and the way on', () => {
  show([
    route({
      status: 'by-hand',
      steps: [
        { name: 'address', title: 'An address here', state: 'done', words: 'It is ready.' },
        { name: 'mapping', title: 'A mapping', state: 'by-hand', words: 'Add it in Segment.' },
      ],
      byHand: [{ label: 'URL', value: 'https://here.example/api/webhooks/segment/e1' }],
    }),
  ])
  expect(
    within(screen.getByRole('list', { name: 'Steps' })).getByText('Add it in Segment.'),
  ).toBeInTheDocument()
  expect(screen.getByText('https://here.example/api/webhooks/segment/e1')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Copy url' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Look again Violation forwarding' })).toBeEnabled()
})

test('a test that came says how long it took; one that cannot be sent says why', async () => {
  show([
    route({
      status: 'connected',
      test: {
        messageId: 'plumbline-test-1',
        event: 'Order Completed',
        pointer: '/properties/total',
        madeAt: '2026-01-05T10:00:00.000Z',
        sentAt: '2026-01-05T10:00:00.000Z',
        problem: null,
        arrivedAt: '2026-01-05T10:00:02.000Z',
      },
    }),
  ])
  expect(screen.getByText('It works: the violation arrived after 2.0 s')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Send a test' }))
  expect(await screen.findByText(/This source blocks nothing/)).toBeInTheDocument()
})

const collectorSteps = [
  {
    name: 'write-key',
    title: 'A write key of this source',
    state: 'waiting' as const,
    words: 'One is made.',
  },
]

test('the collector begins with a write key, made in one click by those who may', async () => {
  const actions = show([route({ route: 'collector', steps: collectorSteps })], { role: 'admin' })
  expect(within(screen.getByRole('list', { name: 'Steps' })).getByText('One is made.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Send a test' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Make a write key' }))
  expect(actions.createEndpoint).toHaveBeenCalledWith({ kind: 'events', source: 's1' })
})

test('others are told who makes it', () => {
  show([route({ route: 'collector', steps: collectorSteps })])
  expect(screen.queryByRole('button', { name: 'Make a write key' })).toBeNull()
  expect(screen.getByText('An administrator can make the write key here.')).toBeInTheDocument()
})

test('with a write key it shows the code for an app, and a test that hands out its command', async () => {
  const made = {
    ...{ messageId: 'plumbline-test-1', event: 'Plumbline Test', pointer: '', sentAt: null, arrivedAt: null },
    ...{ madeAt: '2026-01-05T10:00:00.000Z', problem: 'This server does not reach itself.' },
  }
  const actions = show(
    [route({ route: 'collector', status: 'by-hand', steps: collectorSteps, test: made })],
    {
      role: 'admin',
      writeKeys: ['wk1'],
    },
  )
  expect(screen.getByText(/writeKey: 'wk1', cdnURL: 'https:\/\/here.example'/)).toBeInTheDocument()
  actions.testRoute.mockResolvedValueOnce({
    ok: true,
    value: { ...made, command: 'curl -u wk1: x' },
  } as never)
  await userEvent.click(screen.getByRole('button', { name: 'Send a test' }))
  expect(actions.testRoute).toHaveBeenCalledWith({ id: 's1', route: 'collector' })
  expect(await screen.findByText('curl -u wk1: x')).toBeInTheDocument()
})

test('who may not see the write key gets the code without it', () => {
  show([route({ route: 'collector', status: 'by-hand' })], { writeKeys: [null] })
  expect(screen.getByText(/writeKey: '<write key>'/)).toBeInTheDocument()
})

test('what somebody set up elsewhere does not read as if it were not there', () => {
  show([
    route({
      status: 'set-up-by-hand',
      arrivals: 12,
      lastArrivalAt: new Date(Date.now() - 300_000).toISOString(),
    }),
  ])
  expect(screen.getByText(/Set up by hand, last delivery/)).toHaveTextContent('5 min')
  expect(screen.queryByText('Not connected')).toBeNull()
  expect(screen.getByRole('button', { name: 'Connect Violation forwarding' })).toBeEnabled()
  expect(screen.queryByRole('button', { name: /Take away/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Send a test' })).toBeInTheDocument()
})

test('an obstacle is said, and nothing is offered to those who may not', () => {
  show([route({ obstacle: 'Segment cannot reach http://127.0.0.1.' })])
  expect(screen.getByText('Segment cannot reach http://127.0.0.1.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Connect Violation forwarding' })).toBeDisabled()
})

test('a viewer only looks', () => {
  show([route({})], { role: 'viewer' })
  expect(screen.queryByRole('button', { name: 'Connect Violation forwarding' })).toBeNull()
  expect(screen.getByText(/takes the role steward or admin/)).toBeInTheDocument()
})
