import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import type { MomentView } from '@/contracts/board'
import type { ViolationCommentView, ViolationTalk } from '@/contracts/violation-comment'
import { makeQueryClient } from '../data/query-client'
import { Moments } from './moments'

afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const moment: MomentView = {
  ...{ id: 'm1', kind: 'seen-first', at: '2026-01-05T08:00:00.000Z', actor: null, detail: {} },
}
const aComment = (set: Partial<ViolationCommentView> = {}): ViolationCommentView => ({
  ...{ id: 'c1', violation: 'v1', author: 'Ann', authorId: 'ann', at: '2026-01-05T09:00:00.000Z' },
  ...{ body: 'Yours, @Ben?', mentions: ['Ben'], editedAt: null, deleted: false },
  can: { edit: false, delete: false },
  ...set,
})

/** A server that keeps what is said. */
const shown = (said: ViolationCommentView[], say = true, moments = [moment]) => {
  vi.stubGlobal('fetch', async (url: string | URL | Request) => {
    const path = typeof url === 'object' && 'url' in url ? url.url : String(url)
    const talk: ViolationTalk = { data: said, nextCursor: null, can: { say } }
    return Response.json(path.includes('/comments') ? talk : { data: moments, nextCursor: null })
  })
  const actions = {
    comment: vi.fn(async ({ body }: { id: string; body: string }) => {
      const value = aComment({ id: 'c2', author: 'Ben', at: '2026-01-05T10:00:00.000Z', body, mentions: [] })
      said.push(value)
      return { ok: true as const, value }
    }),
    editComment: vi.fn(async ({ body }: { id: string; body: string }) => {
      const value = aComment({ body, can: { edit: true, delete: true } })
      said.splice(0, 1, value)
      return { ok: true as const, value }
    }),
    deleteComment: vi.fn(async () => {
      said.splice(0, 1, aComment({ body: '', deleted: true }))
      return { ok: true as const, value: null }
    }),
  }
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Moments id="v1" actions={actions} />
    </QueryClientProvider>,
  )
  return actions
}
const entries = () =>
  within(screen.getByRole('list', { name: 'What happened' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

test('what was said stands among what happened, newest first, and more is said there', async () => {
  const user = userEvent.setup()
  const { comment } = shown([aComment()])
  expect(await screen.findByText('@Ben')).toBeVisible()
  expect(entries()).toEqual([expect.stringContaining('Yours, @Ben?'), expect.stringContaining('first')])
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  await user.type(screen.getByRole('textbox', { name: 'Comment on this violation' }), 'It is.')
  await user.click(screen.getByRole('button', { name: 'Comment' }))
  expect(comment).toHaveBeenCalledWith({ id: 'v1', body: 'It is.' })
  await waitFor(() => expect(entries()).toHaveLength(3))
  expect(entries()[0]).toContain('It is.')
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('a double click says it once', async () => {
  const user = userEvent.setup()
  const { comment } = shown([])
  await user.click(await screen.findByRole('button', { name: 'Comment' }))
  await user.type(screen.getByRole('textbox', { name: 'Comment on this violation' }), 'It is.')
  const button = screen.getByRole('button', { name: 'Comment' })
  // Both presses come before anything is drawn, as on a busy machine.
  act(() => {
    for (const detail of [1, 2])
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }))
  })
  await waitFor(() => expect(entries()).toHaveLength(2))
  expect(comment).toHaveBeenCalledTimes(1)
})

test('a decision is told as what somebody did, and as what became of it where nobody did', async () => {
  const at = '2026-01-05T09:00:00.000Z'
  shown([], false, [
    { id: 'm3', kind: 'status', at, actor: 'Ann', detail: { to: 'open' } },
    { id: 'm2', kind: 'status', at, actor: null, detail: { to: 'open' } },
    { id: 'm1', kind: 'status', at, actor: 'Ann', detail: { to: 'resolved', rollout: { app: '4.2.0' } } },
  ])
  await screen.findByRole('list', { name: 'What happened' })
  expect(entries()).toEqual([
    expect.stringMatching(/Ann: opened it again$/),
    expect.stringMatching(/open$/),
    expect.stringMatching(/Ann: resolved it, in app version 4\.2\.0$/),
  ])
})

test('one’s own words are changed, and taken back', async () => {
  const user = userEvent.setup()
  const { editComment, deleteComment } = shown([aComment({ can: { edit: true, delete: true } })])
  await user.click(await screen.findByRole('button', { name: 'Change your comment' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
  const box = await screen.findByRole('textbox', { name: 'Your comment' })
  expect(box).toHaveValue('Yours, @Ben?')
  await user.clear(box)
  await user.type(box, 'Nobody’s')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(editComment).toHaveBeenCalledWith({ id: 'c1', body: 'Nobody’s' }))
  expect(await screen.findByText('Nobody’s')).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Change your comment' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(deleteComment).toHaveBeenCalledWith({ id: 'c1' }))
  expect(await screen.findByText('This comment was deleted.')).toBeVisible()
})

test('whoever may not comment reads', async () => {
  shown([aComment()], false)
  expect(await screen.findByText('@Ben')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Comment' })).toBeNull()
})
