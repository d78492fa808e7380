import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect, test } from 'vitest'
import type { LiveCallView, LiveSource } from '@/contracts/live'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { liveSourcesQuery } from '../libraries/live-sources-query'
import { DebuggerScreen } from './debugger-screen'
import { liveCallsQuery } from './live-queries'

const source: LiveSource = {
  id: 'e1',
  source: { id: 's1', name: 'Web shop' },
  workspace: { id: 'w1', name: 'Acme' },
  plan: { id: 'p1', name: 'Storefront' },
  ...{ writeKey: 'key123', keyEnding: 'y123' },
  lastCallAt: null,
}

const call = (id: string, over: Partial<LiveCallView> = {}): LiveCallView => ({
  id,
  at: '2026-01-05T10:00:00.000Z',
  keyEnding: 'y123',
  callType: 'track',
  event: `Event ${id}`,
  call: { type: 'track', event: `Event ${id}` },
  masked: [],
  verdict: 'valid',
  reason: null,
  ruleVersion: 1,
  breaches: [],
  skipped: 0,
  ...over,
})

const broken = call('b', {
  verdict: 'invalid',
  masked: ['/userId'],
  skipped: 3,
  breaches: [
    {
      type: 'required',
      pointer: '/properties/total',
      message: 'properties.total is required',
      violation: 'v1',
    },
  ],
})

const otherKey: LiveSource = { ...source, id: 'e2', writeKey: 'key456', keyEnding: 'y456' }

const show = (
  sources: readonly LiveSource[],
  calls: readonly LiveCallView[],
  searchParams = '',
  ofOther: readonly LiveCallView[] = [],
) => {
  const queries = makeQueryClient()
  queries.setQueryData(liveSourcesQuery().queryKey, { data: [...sources], nextCursor: null })
  // The screen asks of the frame only who looks.
  queries.setQueryData(frameQuery().queryKey, { me: { role: 'admin' } } as never)
  queries.setQueryData(liveCallsQuery({ endpoint: 'e1', key: null }).queryKey, { calls: [...calls] })
  queries.setQueryData(liveCallsQuery({ endpoint: 'e1', key: 'y456' }).queryKey, { calls: [...ofOther] })
  render(
    <NuqsTestingAdapter searchParams={searchParams} hasMemory>
      <QueryClientProvider client={queries}>
        <DebuggerScreen origin="https://plumbline.acme.com" />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

test('leads to the sources where no library can send', () => {
  show([], [])
  expect(screen.getByText('No library sends here yet')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Choose a source' })).toHaveAttribute('href', '/sources')
})

test('shows how to point a library here while nothing has come', async () => {
  show([source], [])
  expect(screen.getByLabelText('Code')).toHaveTextContent(
    "apiHost: 'plumbline.acme.com/v1', protocol: 'https'",
  )
  await userEvent.click(screen.getByRole('button', { name: 'Node' }))
  expect(screen.getByLabelText('Code')).toHaveTextContent(
    "new Analytics({ writeKey: 'key123', host: 'https://plumbline.acme.com' })",
  )
})

test('shows calls with what is wrong, filters them, and one whole with its violation and as a test', async () => {
  show([source], [call('c'), broken, call('a', { verdict: 'refused', reason: 'no_user_anon_id' })])
  const rows = () =>
    within(screen.getByRole('table', { name: 'Calls' }))
      .getAllByRole('row')
      .slice(1)
  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringContaining('validEvent c'),
    expect.stringContaining('properties.total is required · 3 before it were too many to show'),
    expect.stringContaining('no_user_anon_id'),
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Not valid' }))
  expect(rows()).toHaveLength(2)
  // One word for it, wherever it stands.
  expect(rows()[0]).toHaveTextContent(/^not validEvent b/)
  expect(document.body).not.toHaveTextContent(/\binvalid\b/i)
  await userEvent.click(screen.getByRole('link', { name: 'Event b' }))
  const whole = screen.getByRole('article', { name: 'Call Event b' })
  expect(within(whole).getByRole('link', { name: 'The violation' })).toHaveAttribute('href', '/violations/v1')
  expect(within(whole).getByRole('link', { name: 'Event b' })).toHaveAttribute(
    'href',
    expect.stringContaining('/plans/p1/rules/TRACK?key=Event+b'),
  )
  expect(whole).toHaveTextContent('1 value was masked')
})

test('stands still while it is paused', async () => {
  show([source], [call('a')])
  await userEvent.click(screen.getByRole('button', { name: 'Pause' }))
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveAttribute('aria-pressed', 'true')
  expect(screen.getByText(/paused · 1 shown/)).toBeVisible()
})

test('tells write keys of one source apart by their last characters, and shows the calls of one', async () => {
  const ofOther = call('c', { keyEnding: 'y456' })
  show([otherKey, source], [ofOther, call('a'), call('old', { keyEnding: null })], 'source=e1', [ofOther])
  const rows = () =>
    within(screen.getByRole('table', { name: 'Calls' }))
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent)
  expect(rows()).toEqual([
    expect.stringMatching(/Event c.*by write key …y456$/),
    expect.stringMatching(/Event a.*by write key …y123$/),
    expect.not.stringContaining('write key'),
  ])
  await userEvent.click(screen.getByRole('combobox', { name: 'Source' }))
  expect(await screen.findAllByRole('option')).toHaveLength(1)
  await userEvent.keyboard('{Escape}')
  await userEvent.click(screen.getByRole('combobox', { name: 'Write key' }))
  await userEvent.click(await screen.findByRole('option', { name: '…y456' }))
  expect(rows()).toEqual([expect.stringContaining('Event c')])
  await userEvent.click(screen.getByRole('link', { name: 'Event c' }))
  expect(screen.getByRole('article', { name: 'Call Event c' })).toHaveTextContent('Write key…y456')
  expect(document.body).not.toHaveTextContent('key456')
})

test('says nothing of write keys in the list where one sends', () => {
  show([source], [call('a'), call('b')])
  expect(screen.queryByText(/write key/)).toBeNull()
  expect(screen.queryByRole('combobox', { name: 'Write key' })).toBeNull()
})

test('a key whose calls are too old to stand among those of all can be looked at all the same', async () => {
  show([source, otherKey], [call('a'), call('b')], 'source=e1', [call('quiet', { keyEnding: 'y456' })])
  expect(screen.queryByText('Event quiet')).toBeNull()
  await userEvent.click(screen.getByRole('combobox', { name: 'Write key' }))
  await userEvent.click(await screen.findByRole('option', { name: '…y456' }))
  expect(screen.getByText('Event quiet')).toBeVisible()
})

test('of a key by which nothing came it says that, and not how to begin', () => {
  show([source, otherKey], [call('a')], 'source=e1&key=y456')
  expect(screen.getByText('Nothing answers this filter')).toBeVisible()
  expect(screen.queryByLabelText('Code')).toBeNull()
})
