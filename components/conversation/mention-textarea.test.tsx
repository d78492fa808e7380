import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { MentionTextarea } from './mention-textarea'

const member = (id: string, name: string) => ({
  id,
  name,
  email: `${id}@example.com`,
  role: 'steward' as const,
  demo: false,
  status: 'active' as const,
  lastSeenAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
})

const members = [member('ann', 'Ann Author'), member('sue', 'Sue Steward'), member('sam', 'Sam Steward')]
const asked: (string | null)[] = []

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string) => {
    const typed = new URL(path, 'http://localhost').searchParams.get('q')
    asked.push(typed)
    const data = members.filter(({ name }) => name.toLowerCase().includes(typed?.toLowerCase() ?? ''))
    return Response.json({ data, nextCursor: null })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  asked.length = 0
})

const Box = ({ onKeyDown }: { readonly onKeyDown: () => void }) => {
  const [text, setText] = useState('')
  return <MentionTextarea aria-label="Comment" value={text} onText={setText} onKeyDown={onKeyDown} />
}

const show = () => {
  const queries = makeQueryClient()
  const onKeyDown = vi.fn()
  render(
    <QueryClientProvider client={queries}>
      <Box onKeyDown={onKeyDown} />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), onKeyDown, box: screen.getByRole('textbox', { name: 'Comment' }) }
}

it('offers members after an @, and writes the one that the keys choose', async () => {
  const { user, box, onKeyDown } = show()
  await user.type(box, 'Look, @st')
  expect(await screen.findByRole('option', { name: /Sue Steward/ })).toBeVisible()
  expect(asked).toContain('st')
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'SSSue Stewardsteward',
    'SSSam Stewardsteward',
  ])
  const [, second] = screen.getAllByRole('option')
  await user.keyboard('{ArrowDown}')
  expect(box).toHaveAttribute('aria-activedescendant', second?.id)
  onKeyDown.mockClear()
  await user.keyboard('{Enter}')
  expect(box).toHaveValue('Look, @Sam Steward ')
  expect(onKeyDown).not.toHaveBeenCalled()
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
})

it('lets Escape go on typing, and keys that choose nothing through', async () => {
  const { user, box, onKeyDown } = show()
  await user.type(box, '@An')
  await screen.findByRole('option')
  onKeyDown.mockClear()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  expect(onKeyDown).not.toHaveBeenCalled()
  await user.keyboard('{Enter}')
  expect(box).toHaveValue('@An\n')
  expect(onKeyDown).toHaveBeenCalled()
})

it('takes a press as well', async () => {
  const { user, box } = show()
  await user.type(box, '@')
  await user.click(await screen.findByRole('option', { name: /Ann Author/ }))
  expect(box).toHaveValue('@Ann Author ')
})
