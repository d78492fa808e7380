import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { anEdit, aRequest } from './a-request.cases'
import { ConflictList } from './conflict-list'
import type { RequestActions } from './request-actions'
import { useRequestWork } from './use-request-work'

const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })

const view = aRequest({
  can: { edit: true },
  edits: [anEdit('A', { afterText: '{"description":"mine"}' }), anEdit('B')],
  conflicts: ['A', 'B'].map((key) => ({
    rule: rule(key),
    pointer: '',
    ours: { description: 'mine' },
    theirs: { description: 'theirs' },
  })),
})

const Harness = ({ resolveConflicts }: Pick<RequestActions, 'resolveConflicts'>) => {
  // Only the conflicts are settled here; any other action would be a mistake of the list.
  const work = useRequestWork({ plan: 'p1', number: 7 }, { resolveConflicts } as RequestActions, () => {})
  return <ConflictList view={view} work={work} />
}

it('goes on only when every conflict has its answer, and sends exactly those', async () => {
  const resolveConflicts = vi.fn<RequestActions['resolveConflicts']>(async () => ({ ok: true, value: view }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness resolveConflicts={resolveConflicts} />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  const go = screen.getByRole('button', { name: 'Bring it up to date' })
  const choose = (name: string, label: string) =>
    user.click(
      Array.from(
        screen.getByRole('group', { name: `Which text of ${name}` }).querySelectorAll('button'),
      ).find(({ textContent }) => textContent === label) ?? screen.getByText('no such choice'),
    )
  expect(go).toBeDisabled()
  await choose('A', 'Keep mine on the new version')
  expect(go).toBeDisabled()
  expect(screen.getByText('1 still to choose.')).toBeVisible()
  await choose('B', 'Take what is there')
  await user.click(go)
  expect(resolveConflicts).toHaveBeenCalledExactlyOnceWith({
    plan: 'p1',
    number: 7,
    fingerprint: 'f1',
    choices: [
      { rule: rule('A'), take: 'ours' },
      { rule: rule('B'), take: 'theirs' },
    ],
  })
})

it('shows both texts, the typed one as it was typed', () => {
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness resolveConflicts={vi.fn<RequestActions['resolveConflicts']>()} />
    </QueryClientProvider>,
  )
  const [texts] = screen.getAllByRole('region', { name: 'Both texts of A' })
  expect(texts).toHaveTextContent('"description": "theirs"')
  expect(texts).toHaveTextContent('"description": "mine"')
})
