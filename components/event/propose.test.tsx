import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ChangeRequestView } from '@/contracts/change-request'
import type { CheckProposal, ProposalChecked } from '@/contracts/proposal'
import type { RuleDetail } from '@/contracts/rule'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import type { EventActions } from './event-actions'
import { changeRequestQuery, myDraftsQuery, ruleQuery } from './event-queries'
import { Propose } from './propose'

const push = vi.fn()
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const rule = { type: 'TRACK', key: 'Order Completed', version: 1 } as const
const place = { plan: 'p1', rule }
const schemaText = JSON.stringify({
  properties: { properties: { type: 'object', properties: { coupon: { type: 'string' } } } },
})
const otherText = '{"description":"Somebody else wrote this"}'

const detail: RuleDetail = {
  ...rule,
  jsonSchema: JSON.parse(schemaText),
  schemaText,
  hash: 'h',
  since: 1,
  lineage: 'l',
  description: '',
  labels: {},
  defects: [],
  otherVersions: [],
  openChangeRequests: [],
}

const request = {
  number: 7,
  base: 1,
  fingerprint: 'f1',
  edits: [
    {
      type: 'TRACK',
      key: 'Cart Viewed',
      version: 1,
      before: {},
      beforeText: '{}',
      after: JSON.parse(otherText),
      afterText: otherText,
      by: 'Ada Example',
    },
  ],
} as unknown as ChangeRequestView

const answer = { ok: true as const, value: { ...request, number: 8 } }

/** Actions that note what they were asked. */
const noting = () => {
  const created: Parameters<EventActions['createChangeRequest']>[0][] = []
  const saved: Parameters<EventActions['saveEdits']>[0][] = []
  const actions: EventActions = {
    repair: async () => ({ ok: true, value: { number: 8, repairs: 1 } }),
    createChangeRequest: async (input) => {
      created.push(input)
      return answer
    },
    saveEdits: async (input) => {
      saved.push(input)
      return answer
    },
  }
  return { created, saved, actions }
}

const shown = (propose: number | 'new', actions: Partial<EventActions> = {}) => {
  const queries = makeQueryClient()
  const fresh = { updatedAt: Date.now() + 60_000 }
  queries.setQueryData(ruleQuery(place, null).queryKey, detail, fresh)
  queries.setQueryData(ruleQuery(place, 1).queryKey, detail, fresh)
  queries.setQueryData(changeRequestQuery('p1', 7).queryKey, request, fresh)
  queries.setQueryData(myDraftsQuery('p1', 'me').queryKey, [], fresh)
  queries.setQueryData(
    frameQuery().queryKey,
    {
      me: { id: 'me', name: 'Me Example', email: 'me@example.test', role: 'contributor', demo: false },
      workspaces: [],
      plans: [],
      waitingForMe: 0,
      openViolations: 0,
      drifted: 0,
    },
    fresh,
  )
  const noted = noting()
  const fetchQuery = vi.spyOn(queries, 'fetchQuery').mockResolvedValue(request)
  const view = render(
    <QueryClientProvider client={queries}>
      <Propose
        place={place}
        isInPlan
        request={propose}
        actions={{ ...noted.actions, ...actions }}
        onLeave={() => {}}
      />
    </QueryClientProvider>,
  )
  return { ...view, ...noted, fetchQuery }
}

/** What the server is asked about the proposal, and what it says. */
const asked: CheckProposal[] = []
let said: ProposalChecked = { changes: [], findings: [] }

beforeEach(() => {
  localStorage.clear()
  push.mockClear()
  asked.length = 0
  said = { changes: [], findings: [] }
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    asked.push(JSON.parse(String(body)))
    return Response.json(said)
  })
})

const requireCoupon = () => userEvent.click(screen.getByRole('checkbox', { name: 'coupon is required' }))

test('what was edited is still there after a reload', async () => {
  const { unmount } = shown('new')
  await requireCoupon()
  unmount()
  shown('new')
  expect(screen.getByRole('checkbox', { name: 'coupon is required' })).toBeChecked()
  expect(screen.getByRole('list', { name: 'Changes' })).toHaveTextContent('coupon is required now')
})

test('nothing can be saved before something has changed', () => {
  shown('new')
  expect(screen.getByRole('button', { name: 'Save as change request' })).toBeDisabled()
})

test('a new change request carries the edit under a title that says what it does, then the draft is gone', async () => {
  const { created } = shown('new')
  await requireCoupon()
  await userEvent.click(screen.getByRole('button', { name: 'Save as change request' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Create change request' }))
  await waitFor(() => expect(push).toHaveBeenCalledWith('/plans/p1/change-requests/8'))
  const [sent] = created
  expect(sent).toMatchObject({ plan: 'p1', title: 'Order Completed: coupon is required now' })
  expect(sent?.edits).toMatchObject([
    { ...rule, jsonSchema: { properties: { properties: { required: ['coupon'] } } } },
  ])
  expect(localStorage).toHaveLength(0)
})

test('a refusal is shown and the draft is kept', async () => {
  shown('new', {
    createChangeRequest: async () => ({
      ok: false,
      failure: { code: 'not-allowed', detail: 'Ask a steward.' },
    }),
  })
  await requireCoupon()
  await userEvent.click(screen.getByRole('button', { name: 'Save as change request' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Create change request' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Ask a steward.')
  expect(localStorage).toHaveLength(1)
  expect(push).not.toHaveBeenCalled()
})

test('saving into a request keeps the edits of others and names the fingerprint that was read', async () => {
  const { saved } = shown(7)
  await requireCoupon()
  await userEvent.click(screen.getByRole('button', { name: 'Save to #7' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const [sent] = saved
  expect(sent).toMatchObject({ plan: 'p1', number: 7, fingerprint: 'f1' })
  expect(sent?.edits.map(({ key, schemaText }) => [key, schemaText])).toEqual([
    ['Cart Viewed', otherText],
    ['Order Completed', expect.stringContaining('"required":["coupon"]')],
  ])
})

test('an edit that somebody made to the same event meanwhile is not written over, and what was typed is kept', async () => {
  const { saved, fetchQuery } = shown(7)
  await requireCoupon()
  const [theirs] = request.edits
  if (!theirs) throw new Error('The request of this test holds an edit.')
  const now = { ...request, edits: [{ ...theirs, ...rule }] }
  fetchQuery.mockResolvedValue(now)
  await userEvent.click(screen.getByRole('button', { name: 'Save to #7' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('This has changed since you looked.')
  expect(saved).toEqual([])
  expect(localStorage).toHaveLength(1)
  expect(screen.getByRole('checkbox', { name: 'coupon is required' })).toBeChecked()
})

test('removing the event can be taken back', async () => {
  shown('new')
  await userEvent.click(screen.getByRole('button', { name: 'Remove this event' }))
  expect(screen.getByRole('list', { name: 'Changes' })).toHaveTextContent(
    'The event is removed from the plan',
  )
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(screen.getByRole('checkbox', { name: 'coupon is required' })).toBeInTheDocument()
})

test('when the rule changed under a draft, the person chooses', async () => {
  localStorage.setItem(
    'plumbline.draft.p1.new.TRACK/1/Order Completed',
    JSON.stringify({ base: '{"old":true}', text: '{"mine":true}' }),
  )
  shown('new')
  expect(screen.getByText('This rule has changed since you began.')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Start over from it' }))
  expect(screen.queryByText('This rule has changed since you began.')).not.toBeInTheDocument()
  expect(screen.getByRole('checkbox', { name: 'coupon is required' })).not.toBeChecked()
})

const required = {
  kind: 'property-required',
  rule,
  pointer: '/properties/coupon',
  sentence: 'coupon is required now',
  senders: 'breaking' as const,
  readers: 'safe' as const,
  why: { senders: 'Events without coupon become violations.', readers: 'Nothing new arrives.' },
  witness: { properties: {} },
  refusals: [{ pointer: '/properties/coupon', message: 'properties.coupon is required' }],
}

test('while one edits, the server says whom it hurts, and shows the event that breaks', async () => {
  shown('new')
  said = { changes: [required], findings: [] }
  await requireCoupon()
  const changes = screen.getByRole('list', { name: 'Changes' })
  expect(changes).toHaveTextContent('Senders: comparing')
  await waitFor(() => expect(changes).toHaveTextContent('Senders: breaking'))
  expect(screen.getByRole('region', { name: /will be rejected tomorrow/ })).toHaveTextContent(
    '"properties": {}',
  )
  expect(asked.at(-1)).toMatchObject({
    ...rule,
    schemaText: expect.stringContaining('"required":["coupon"]'),
  })
})

test('what lint finds stands beside its field and in a list', async () => {
  said = {
    changes: [],
    findings: [
      {
        id: 'missing-description',
        severity: 'info',
        isNew: false,
        rule,
        pointer: '/properties/coupon',
        message: '"coupon" has no description',
      },
    ],
  }
  shown('new')
  await userEvent.click(await screen.findByRole('button', { name: '1 finding on coupon' }))
  expect(await screen.findByRole('dialog')).toHaveTextContent('"coupon" has no description')
  expect(screen.getByRole('list', { name: 'What lint finds' })).toHaveTextContent('there before')
})

test('that the server cannot be asked is said, and nothing else is lost', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  shown('new')
  await requireCoupon()
  expect(await screen.findByText(/could not be asked just now/)).toBeInTheDocument()
  expect(screen.getByRole('list', { name: 'Changes' })).toHaveTextContent('coupon is required now')
  expect(screen.getByRole('button', { name: 'Save as change request' })).toBeEnabled()
})
