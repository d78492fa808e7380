import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { AlertDeliveryView, AlertRuleView } from '@/contracts/alert'
import type { Listing } from '@/contracts/listing'
import { frameQuery } from '../data/frame-query'
import type { AlertActions } from './alert-actions'
import { alertDeliveriesQuery, alertRulesQuery } from './alert-queries'
import { AlertsScreen } from './alerts-screen'

afterEach(() => vi.restoreAllMocks())

const aRule = (set: Partial<AlertRuleView> = {}): AlertRuleView => ({
  id: 'r1',
  workspace: { id: 'w1', name: 'Acme' },
  name: 'Checkout',
  kinds: ['new', 'spike'],
  perHour: 100,
  plan: { id: 'p1', name: 'Storefront' },
  source: null,
  event: 'Order *',
  channel: 'webhook',
  goesTo: 'alerts.example.com',
  paused: false,
  createdAt: '2026-01-05T09:00:00.000Z',
  last: { status: 'dead', at: '2026-01-05T09:00:00.000Z' },
  ...set,
})
const listing = <T,>(...data: T[]): Listing<T> & { data: T[] } => ({ data, nextCursor: null })
const ok = <T,>(value: T) => ({ ok: true as const, value })

const shown = (rules: readonly AlertRuleView[], deliveries: readonly AlertDeliveryView[] = []) => {
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  queries.setQueryData(alertRulesQuery().queryKey, listing(...rules))
  queries.setQueryData(alertDeliveriesQuery('r1').queryKey, {
    pages: [listing(...deliveries)],
    pageParams: [null],
  })
  queries.setQueryData(frameQuery().queryKey, {
    me: { id: 'u1', name: 'Sue', email: 'sue@example.com', role: 'steward', demo: false },
    workspaces: [{ id: 'w1', name: 'Acme', demo: false }],
    plans: [{ id: 'p1', name: 'Storefront', segmentId: 'tp_1', workspaceId: 'w1', headVersion: 1 }],
    waitingForMe: 0,
    openViolations: 0,
    drifted: 0,
  })
  const actions = {
    createAlertRule: vi.fn(async () => ok({ rule: aRule(), secret: 'whsec_abc' })),
    changeAlertRule: vi.fn(async () => ok({ rule: aRule(), secret: null })),
    deleteAlertRule: vi.fn(async () => ok(null)),
    testAlertRule: vi.fn(async () => ok({ sent: false, said: 'answered 500: Oops' })),
  } satisfies AlertActions
  render(
    <QueryClientProvider client={queries}>
      <AlertsScreen actions={actions} />
    </QueryClientProvider>,
  )
  return actions
}

test('a rule says what it is about, where it goes and what came of it', () => {
  shown([aRule()])
  const row = within(screen.getByRole('list', { name: 'Alert rules' })).getByRole('listitem')
  expect(row).toHaveTextContent('new, far more than before (from 100 an hour), in Storefront, of Order *')
  expect(row).toHaveTextContent('Webhook to alerts.example.com, for Acme')
  expect(row).toHaveTextContent('last alert given up')
})

test('a test says what the other side answered', async () => {
  const { testAlertRule } = shown([aRule()])
  await userEvent.click(screen.getByRole('button', { name: 'Send a test' }))
  expect(testAlertRule).toHaveBeenCalledWith({ id: 'r1' })
  expect(await screen.findByRole('status')).toHaveTextContent(
    'The sample could not be sent: answered 500: Oops',
  )
})

test('a rule is paused as it is, without asking where it goes', async () => {
  const { changeAlertRule } = shown([aRule()])
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  expect(changeAlertRule).toHaveBeenCalledWith({
    id: 'r1',
    name: 'Checkout',
    kinds: ['new', 'spike'],
    perHour: 100,
    plan: 'p1',
    source: null,
    event: 'Order *',
    paused: true,
  })
})

const delivery: AlertDeliveryView = {
  id: 'd1',
  kind: 'new',
  title: 'New violation: total is missing in Order Completed',
  status: 'dead',
  attempts: 18,
  said: 'answered 503',
  createdAt: '2026-01-05T09:00:00.000Z',
  triedAt: '2026-01-05T10:00:00.000Z',
  link: 'http://localhost/violations/v1',
}

test('the last alerts show their outcome and what was said', async () => {
  shown([aRule()], [delivery])
  await userEvent.click(screen.getByRole('button', { name: 'Last alerts' }))
  const list = within(screen.getByRole('list', { name: 'Last alerts' }))
  expect(list.getByRole('listitem')).toHaveTextContent(/total is missing.*given up.*18 tries.*answered 503/)
})

test('of many alerts only those near the window are in the document', async () => {
  // There is no layout here.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(46)
  shown(
    [aRule()],
    Array.from({ length: 200 }, (_, at) => ({ ...delivery, id: `d${at}` })),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Last alerts' }))
  const standing = within(screen.getByRole('list', { name: 'Last alerts' })).getAllByRole('listitem').length
  expect(standing).toBeGreaterThan(10)
  expect(standing).toBeLessThan(100)
})

test('a new rule is made from what was typed, and the secret of a webhook is shown', async () => {
  const { createAlertRule } = shown([])
  await userEvent.click(screen.getByRole('button', { name: 'New rule' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Shop')
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'A violation arrives far more often than before' }),
  )
  await userEvent.click(screen.getByRole('button', { name: 'Webhook' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Address' }), ' https://alerts.example.com/x ')
  await userEvent.click(screen.getByRole('button', { name: 'Make the rule' }))
  expect(createAlertRule).toHaveBeenCalledWith({
    name: 'Shop',
    workspace: 'w1',
    kinds: ['new', 'regressed', 'spike'],
    perHour: 100,
    plan: null,
    source: null,
    event: null,
    target: { kind: 'webhook', url: 'https://alerts.example.com/x' },
  })
  expect(await screen.findByText('whsec_abc')).toBeInTheDocument()
})

test('a rule that is changed goes where it went, unless another place is asked for', async () => {
  const { changeAlertRule } = shown([aRule({ channel: 'email', goesTo: 'ann@example.com' })])
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }))
  expect(screen.queryByRole('textbox', { name: 'Addresses' })).not.toBeInTheDocument()
  await userEvent.click(
    screen.getByRole('checkbox', { name: 'Somewhere else than E-mail to ann@example.com' }),
  )
  await userEvent.type(screen.getByRole('textbox', { name: 'Addresses' }), 'sue@example.com, sam@example.com')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(changeAlertRule).toHaveBeenCalledWith(
    expect.objectContaining({
      target: { kind: 'email', to: ['sue@example.com', 'sam@example.com'], assignee: false },
    }),
  )
})

test('without a rule the screen says what one does', () => {
  shown([])
  expect(screen.getByText('Nobody is alerted yet')).toBeInTheDocument()
})
