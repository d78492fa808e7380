import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CommentView, ThreadView } from '@/contracts/comment'
import type { ChangeView } from '@/contracts/plan'
import type { ReviewView } from '@/contracts/review-view'
import { makeQueryClient } from '../../data/query-client'
import { aGroup, anEdit, aRequest } from '../a-request.cases'
import { ChangesTab } from '../changes-tab'
import type { RequestActions } from '../request-actions'
import { requestActions } from '../request-actions.cases'
import { useRequestWork } from '../use-request-work'
import { Thread } from './thread'

const place = { plan: 'p1', number: 7 }
const rule = { type: 'TRACK' as const, key: 'Order Completed', version: 1 }

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

const aComment = (set: Partial<CommentView> = {}): CommentView => ({
  id: 'c1',
  thread: 't1',
  rule,
  pointer: '/properties/total',
  author: 'Sue Steward',
  authorId: 'sue',
  at: '2026-01-01T11:00:00.000Z',
  body: 'A number?',
  mentions: [],
  suggestion: null,
  editedAt: null,
  deleted: false,
  can: { edit: false, delete: false, apply: false },
  ...set,
})

const aThread = (set: Partial<ThreadView> = {}): ThreadView => ({
  id: 't1',
  rule,
  pointer: '/properties/total',
  outdated: false,
  resolved: null,
  can: { answer: true, settle: true },
  comments: [aComment()],
  ...set,
})

const aChange = (set: Partial<ChangeView>): ChangeView => ({
  kind: 'type-changed',
  rule,
  pointer: '/properties/total',
  senders: 'safe',
  readers: 'safe',
  sentence: 'total has another type',
  why: { senders: 'Fine.', readers: 'Fine.' },
  ...set,
})

const no = { ok: false, failure: { code: 'not-found', what: 'thread' } } as const

const withRequest = (children: React.ReactNode) => {
  const queries = makeQueryClient()
  const user = userEvent.setup()
  const view = render(<QueryClientProvider client={queries}>{children}</QueryClientProvider>)
  return { queries, user, ...view }
}

type TabProps = { readonly view: ReviewView; readonly actions: RequestActions }

/** The tab as the page of a request shows it. */
const Tab = ({ view, actions }: TabProps) => (
  <ChangesTab
    place={place}
    view={view}
    actions={actions}
    work={useRequestWork(place, actions, () => {})}
    seen={{ changed: null, look: () => {} }}
    goal={null}
    onAskForChanges={() => {}}
    onThread={() => {}}
    onNext={() => {}}
  />
)

const take = { mutate: vi.fn(), isPending: false, pendingId: null, failure: null }

const show = (thread: ThreadView, actions: Partial<RequestActions> = {}) =>
  withRequest(
    <Thread place={place} actions={requestActions(actions)} take={take} thread={thread} showsPlace />,
  )

it('shows what was said as text, never as markup', () => {
  const body = '<img src=x onerror=alert(1)> `order_id`\nhttps://example.com/a. javascript:alert(1)'
  const { container } = show(aThread({ comments: [aComment({ body })] }))
  expect(container.querySelector('img')).toBeNull()
  expect(screen.getByText('order_id').tagName).toBe('CODE')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'https://example.com/a',
  ])
  expect(screen.getByText(/onerror/)).toBeVisible()
})

it('keeps a deleted comment and an outdated place readable, and says so', () => {
  const comments = [aComment({ body: '', deleted: true }), aComment({ id: 'c2', body: 'Still here' })]
  show(aThread({ outdated: true, comments }))
  expect(screen.getByText('This comment was deleted.')).toBeVisible()
  expect(screen.getByText('Still here')).toBeVisible()
  expect(screen.getByText('outdated')).toBeVisible()
})

it('folds a resolved thread, and opens it again', async () => {
  const reopenThread = vi.fn<RequestActions['reopenThread']>(async () => no)
  const resolved = { by: 'Ann Author', at: '2026-01-01T12:00:00.000Z' }
  const { user } = show(aThread({ resolved }), { reopenThread })
  expect(screen.queryByText('A number?')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Show it' }))
  expect(screen.getByText('A number?')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Reopen' }))
  expect(reopenThread).toHaveBeenCalledExactlyOnceWith({ ...place, id: 't1' })
})

it('sends a reply from the keyboard, shows it while it is sent, and gives it back when that fails', async () => {
  let answer: (result: typeof no) => void = () => {}
  const addComment = vi.fn<RequestActions['addComment']>(
    () =>
      new Promise((resolve) => {
        answer = resolve
      }),
  )
  const { user, unmount } = show(aThread(), { addComment })
  await user.click(screen.getByRole('button', { name: 'Reply' }))
  await user.keyboard('Since May.{Control>}{Enter}{/Control}')
  expect(addComment).toHaveBeenCalledExactlyOnceWith({ ...place, body: 'Since May.', thread: 't1' })
  expect(screen.getByRole('status', { name: 'Sending' })).toHaveTextContent('Since May.')

  answer(no)
  expect(await screen.findByRole('textbox', { name: 'Reply to Sue Steward' })).toHaveValue('Since May.')
  expect(screen.getByRole('alert')).toBeVisible()

  unmount()
  show(aThread(), { addComment })
  expect(screen.getByRole('textbox', { name: 'Reply to Sue Steward' })).toHaveValue('Since May.')
})

it('edits and deletes for whoever wrote it, and an emptied box stays empty', async () => {
  const editComment = vi.fn<RequestActions['editComment']>(async () => no)
  const own = aComment({ can: { edit: true, delete: true, apply: false } })
  const { user } = show(aThread({ comments: [own] }), { editComment })
  await user.click(screen.getByRole('button', { name: 'Change your comment' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const box = screen.getByRole('textbox', { name: 'Your comment' })
  expect(box).toHaveValue('A number?')
  await user.clear(box)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(screen.getByText('Write something first.')).toBeVisible()
  await user.type(box, 'A string?')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(editComment).toHaveBeenCalledExactlyOnceWith({ ...place, id: 'c1', body: 'A string?' })
})

it('stands beside the change it is about, and a new one begins at any change', async () => {
  const addComment = vi.fn<RequestActions['addComment']>(async () => no)
  const changes = [
    aChange({}),
    aChange({ kind: 'property-required', sentence: 'total is required now' }),
    aChange({ pointer: '/properties/sum', kind: 'property-removed', sentence: 'sum was removed' }),
  ]
  const gone = aThread({
    id: 't2',
    pointer: '/properties/old',
    outdated: true,
    comments: [aComment({ body: 'Old' })],
  })
  const groups = [aGroup([anEdit('Order Completed')], changes)]
  const view = aRequest({ can: { comment: true }, groups, threads: [aThread(), gone] })
  const { user } = withRequest(<Tab view={view} actions={requestActions({ addComment })} />)
  const rows = within(screen.getByRole('list', { name: 'Changes' })).getAllByRole('listitem')
  const withThread = rows.filter((row) => row.textContent?.includes('A number?'))
  expect(withThread[0]).toHaveTextContent('total has another type')
  expect(screen.getAllByText('A number?')).toHaveLength(1)
  expect(screen.getByText('Old')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'Comment on “sum was removed”' }))
  await user.keyboard('Why?')
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(addComment).toHaveBeenCalledExactlyOnceWith({
    ...place,
    body: 'Why?',
    rule,
    pointer: '/properties/sum',
  })
})

it('offers a suggestion to whoever may edit, and says who took it over', async () => {
  const changes = [
    aChange({ sentence: 'total has another type: number → integer' }),
    aChange({ kind: 'description-changed', sentence: 'Its words changed', before: 'Sum', after: 'Total' }),
  ]
  const suggestion = { text: '{"type":"integer"}', applied: null, changes }
  const can = { edit: false, delete: false, apply: true }
  const { user, unmount } = show(aThread({ comments: [aComment({ suggestion, can })] }))
  const figure = screen.getByRole('figure', { name: 'Suggestion by Sue Steward' })
  expect(within(figure).getByText('total has another type: number → integer.')).toBeVisible()
  expect(within(figure).getByText('Sum').tagName).toBe('DEL')
  expect(within(figure).getByText('Total').tagName).toBe('INS')
  expect(within(figure).getByText('{"type":"integer"}')).not.toBeVisible()
  await user.click(within(figure).getByRole('button', { name: 'Apply the suggestion' }))
  expect(take.mutate).toHaveBeenCalledExactlyOnceWith('c1')
  unmount()

  const applied = { by: 'Ann Author', at: '2026-01-01T12:00:00.000Z' }
  show(aThread({ comments: [aComment({ suggestion: { ...suggestion, applied, changes: [] } })] }))
  expect(screen.getByText(/Taken over by Ann Author/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Apply the suggestion' })).not.toBeInTheDocument()
})

it('begins a suggestion with the schema that stands there', async () => {
  const addComment = vi.fn<RequestActions['addComment']>(async () => no)
  const afterText = '{"properties":{"properties":{"properties":{"total":{"type":"number"}}}}}'
  const texts = { before: {}, after: {}, beforeText: '{}', afterText, by: 'Ada Author' }
  vi.stubGlobal('fetch', async () => Response.json({ edit: { ...rule, ...texts }, changes: [] }))
  const changes = [aChange({}), aChange({ pointer: '/properties/gone', sentence: 'gone was removed' })]
  const view = aRequest({
    can: { comment: true },
    groups: [aGroup([anEdit('Order Completed')], changes)],
  })
  const { user } = withRequest(<Tab view={view} actions={requestActions({ addComment })} />)
  await user.click(screen.getByRole('button', { name: 'Comment on “gone was removed”' }))
  await user.click(screen.getByRole('button', { name: 'Suggest a change' }))
  expect(await screen.findByText('No property stands here that could be changed.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Cancel' }))

  await user.click(screen.getByRole('button', { name: 'Comment on “total has another type”' }))
  await user.click(screen.getByRole('button', { name: 'Suggest a change' }))
  const box = await screen.findByRole('textbox', { name: /Suggested schema/ })
  expect(box).toHaveValue('{\n  "type": "number"\n}')
  await user.clear(box)
  await user.click(screen.getByRole('button', { name: 'Suggest a change' }))
  await screen.findByRole('textbox', { name: /Suggested schema/ })
  await user.type(screen.getByRole('textbox', { name: /^Comment on/ }), 'Like this?')
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(addComment).toHaveBeenCalledExactlyOnceWith({
    ...place,
    body: 'Like this?',
    rule,
    pointer: '/properties/total',
    suggestion: '{\n  "type": "number"\n}',
  })
})
