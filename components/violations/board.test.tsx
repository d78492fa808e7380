import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { BoardRow, Triaged, TriageMany } from '@/contracts/board'
import { makeQueryClient } from '../data/query-client'
import { Toaster } from '../ui/toaster'
import { ViolationsScreen } from './violations-screen'

afterEach(() => vi.unstubAllGlobals())

const seenAt = '2026-01-05T08:00:00.000Z'
const aRow = (id: string, fields: Partial<BoardRow> = {}): BoardRow => ({
  id,
  plan: { id: 'p1', name: 'Storefront' },
  rule: { type: 'TRACK', key: `Event ${id}`, version: 1 },
  pointer: '/properties/total',
  type: 'required',
  message: 'total is required',
  status: 'open',
  revision: 3,
  reason: null,
  ignoreUntil: null,
  resolvedIn: null,
  resolvedInPlan: null,
  changeRequest: null,
  regressedAt: null,
  assignee: null,
  assigneeId: null,
  owners: [],
  count: 5,
  share: null,
  firstSeen: seenAt,
  lastSeen: seenAt,
  sources: [],
  appVersions: [],
  trend: Array.from({ length: 28 }, () => 0),
  origin: null,
  bundle: null,
  ...fields,
})

const release = { sourceId: 'web', sourceName: 'web', appVersion: '4.2.0', at: seenAt }
const bundled = aRow('d', {
  origin: { kind: 'code-changed', release, before: release, planUnchangedSince: null },
  bundle: { key: 'release web 4.2.0', size: 400, count: 900, firstSeen: seenAt, revision: 'seen' },
})

const frame = {
  me: { id: 'me', name: 'Ann', email: 'ann@example.com', role: 'contributor', demo: false },
  workspaces: [],
  plans: [],
  waitingForMe: 0,
  openViolations: 4,
  drifted: 0,
}
const member = { id: 'ben', name: 'Ben', email: 'ben@example.com', role: 'steward' }

/** A server that answers what the board reads. */
const answers = (url: string, rows: readonly BoardRow[]): unknown => {
  if (url.includes('/frame')) return frame
  if (url.includes('/members'))
    return {
      data: [{ ...member, active: true, createdAt: seenAt, lastSeenAt: null, demo: false }],
      nextCursor: null,
    }
  if (url.includes('bundle=') && url.includes('cursor=rest')) return { data: [aRow('f')], nextCursor: null }
  if (url.includes('bundle='))
    return {
      data: [bundled, aRow('e')].map((row) => ({ ...row, bundle: null })),
      nextCursor: 'rest',
    }
  if (url.includes('/counts'))
    return {
      statuses: { open: 4, 'fix-planned': 0, 'waiting-for-rollout': 0, resolved: 0, ignored: 0 },
      me: 0,
      groups: 0,
      nobody: 4,
      regressed: 0,
      late: [
        { source: { id: 's1', name: 'iOS App' }, count: 1_204, lastDay: '2026-01-04' },
        { source: { id: 's2', name: 'Kiosk' }, count: 1, lastDay: '2026-01-01' },
      ],
    }
  if (url.includes('/violation-board?')) return { data: rows, nextCursor: null }
  return { data: [], nextCursor: null }
}

/** The members of the bundle that the stand-in decides about: two parts. */
const partOfBundle = (after: string | undefined): readonly string[] =>
  Array.from({ length: 200 }, (_, at) => `m${after === undefined ? at : at + 200}`)

const show = async (rows = [aRow('a'), aRow('b'), aRow('c'), bundled]) => {
  vi.stubGlobal('fetch', async (url: string | URL | Request) =>
    Response.json(answers(typeof url === 'object' && 'url' in url ? url.url : String(url), rows)),
  )
  vi.stubGlobal('scrollTo', () => {})
  const sent: TriageMany[] = []
  const triage = async (input: TriageMany) => {
    sent.push(input)
    const ids = input.bundle === undefined ? input.violations.map(({ id }) => id) : partOfBundle(input.after)
    const data: Triaged['data'] = ids.map((id) => ({
      id,
      outcome: 'changed',
      code: null,
      detail: null,
      revision: 4,
      before: { status: 'open' },
    }))
    const hasNext = input.bundle !== undefined && input.after === undefined
    return {
      ok: true,
      value: { data, next: hasNext ? 'm199' : null, nextRevision: hasNext ? 'seen of the rest' : null },
    } as const
  }
  const never = () => Promise.reject(new Error('Nobody asked for this.'))
  render(
    <NuqsTestingAdapter>
      <QueryClientProvider client={makeQueryClient()}>
        <ViolationsScreen actions={{ triage, saveFilter: never, deleteFilter: never }} />
        <Toaster />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  // The first render brings every part in.
  await screen.findByRole('checkbox', { name: /^Select Event a/ }, { timeout: 10_000 })
  return { sent, user: userEvent.setup() }
}

test('j and x select rows, i asks why, and all of them are ignored at once', async () => {
  const { sent, user } = await show()
  await user.keyboard('jxjx')
  expect(screen.getByRole('toolbar', { name: 'Selected violations' })).toHaveTextContent(
    '2 violations selected',
  )
  await user.keyboard('i')
  const dialog = await screen.findByRole('dialog', { name: 'Ignore 2 violations' })
  expect(within(dialog).getByRole('button', { name: 'Ignore' })).toBeDisabled()
  await user.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'A test shop')
  await user.click(within(dialog).getByRole('button', { name: 'Ignore' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]).toEqual({
    violations: [
      { id: 'a', revision: 3 },
      { id: 'b', revision: 3 },
    ],
    change: { status: 'ignored', reason: 'A test shop', ignoreUntil: null },
  })
})

test('what came too late to be counted is said, with the sources it is of and what that means', async () => {
  await show()
  expect(screen.getByText(/^4 shown; shares and past days are up to 5 minutes old$/)).toBeVisible()
  const note = await screen.findByText(/came too late to be counted in the last 30 days/)
  expect(note).toHaveTextContent('1,205 violations of iOS App, Kiosk came too late')
  expect(within(note).getByRole('link', { name: 'Kiosk' })).toHaveAttribute('href', '/sources/s2')
  expect(screen.getByText(/more than 35 days before they came/)).toBeVisible()
})

test('shift selects everything in between', async () => {
  const { user } = await show()
  await user.keyboard('jxjj')
  await user.keyboard('X')
  expect(screen.getByRole('toolbar', { name: 'Selected violations' })).toHaveTextContent(
    '3 violations selected',
  )
})

test('where the column of statuses is out of sight, a row still says one that is not open', async () => {
  await show([aRow('a'), aRow('r', { status: 'resolved' })])
  const place = (event: string) =>
    screen.getByRole('cell', { name: new RegExp(`^Event ${event}`) }).textContent
  expect(place('r')).toMatch(/^Event rResolved/)
  expect(place('a')).not.toContain('Open')
})

test('a click with shift selects everything in between, too', async () => {
  const { user } = await show()
  const box = (event: string) => screen.getByRole('checkbox', { name: new RegExp(`^Select ${event}`) })
  await user.click(box('Event a'))
  await user.keyboard('{Shift>}')
  await user.click(box('Event c'))
  await user.keyboard('{/Shift}')
  expect(screen.getByRole('toolbar', { name: 'Selected violations' })).toHaveTextContent(
    '3 violations selected',
  )
  expect(box('Event b')).toBeChecked()
})

test('e decides about the row that was reached, and the news takes it back', async () => {
  const { sent, user } = await show()
  await user.keyboard('jje')
  const dialog = await screen.findByRole('dialog', { name: 'Resolve 1 violation' })
  const version = within(dialog).getByRole('textbox', { name: /App version/ })
  await user.type(version, 'tuesday')
  expect(within(dialog).getByRole('button', { name: 'Resolve' })).toBeDisabled()
  await user.clear(version)
  await user.type(version, '4.2.1')
  await user.click(within(dialog).getByRole('button', { name: 'Resolve' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent).toEqual([
    { violations: [{ id: 'b', revision: 3 }], change: { status: 'resolved', resolvedIn: '4.2.1' } },
    { violations: [{ id: 'b', revision: 4 }], change: { status: 'open' } },
  ])
})

test('a bundle is one row that opens, and all its members are decided about, part after part, and back', async () => {
  const { sent, user } = await show()
  const opener = screen.getByRole('button', { name: '400 violations since web 4.2.0' })
  await user.click(opener)
  expect(opener).toHaveAttribute('aria-expanded', 'true')
  await screen.findByRole('checkbox', { name: /^Select Event e/ })
  await user.click(screen.getAllByRole('checkbox', { name: /^Select Event d/ })[0] as HTMLElement)
  await user.click(screen.getByRole('button', { name: 'Assign' }))
  const dialog = await screen.findByRole('dialog', { name: 'Assign 400 violations' })
  await user.click(within(dialog).getByRole('button', { name: 'Assign' }))
  const undo = await screen.findByRole('button', { name: 'Undo' })
  expect(screen.getByText('400 violations assigned to Ann (me)')).toBeVisible()
  const part = {
    ...{ violations: [], bundle: 'release web 4.2.0', filter: { status: 'open' } },
    change: { assignee: 'me' },
  }
  expect(sent).toEqual([
    { ...part, revision: 'seen' },
    { ...part, revision: 'seen of the rest', after: 'm199' },
  ])
  await user.click(undo)
  await waitFor(() => expect(sent).toHaveLength(4))
  const back = sent.slice(2)
  expect(back.map(({ violations, change }) => [violations.length, change])).toEqual([
    [200, { status: 'open' }],
    [200, { status: 'open' }],
  ])
  expect(back.flatMap(({ violations }) => violations.map(({ id }) => id))).toEqual([
    ...partOfBundle(undefined),
    ...partOfBundle('m199'),
  ])
})

test('an open bundle shows more of its members when it is asked to, and goes on showing them', async () => {
  const { user } = await show()
  await user.click(screen.getByRole('button', { name: '400 violations since web 4.2.0' }))
  const member = await screen.findByRole('row', { name: /Event e/ })
  expect(screen.queryByRole('checkbox', { name: /^Select Event f/ })).toBeNull()
  await user.click(within(member).getByRole('button', { name: 'Show more of these' }))
  await screen.findByRole('checkbox', { name: /^Select Event f/ })
  expect(screen.getByRole('checkbox', { name: /^Select Event e/ })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Show more of these' })).toBeNull()
})
