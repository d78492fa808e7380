import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { ConflictView } from '@/contracts/change-request'
import { makeQueryClient } from '../data/query-client'
import { aGroup, anEdit, aRequest } from './a-request.cases'
import { ConflictList } from './conflict-list'
import type { RequestActions } from './request-actions'
import { useRequestWork } from './use-request-work'

const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })
const total = '/properties/properties/properties/total'

const description: ConflictView = {
  rule: rule('A'),
  kind: 'schema',
  pointer: '/properties/total',
  schemaPointer: `${total}/description`,
  ours: 'mine',
  theirs: 'theirs',
  resolutions: [{ take: 'ours', text: '"mine"' }, { take: 'theirs', text: '"theirs"' }, { take: 'base' }],
  mergedText: '{"description":"mine"}',
  typedText: '{"description":"mine"}',
  head: 4,
}
const type: ConflictView = {
  rule: rule('A'),
  kind: 'schema',
  pointer: '/properties/total',
  schemaPointer: total,
  keywords: ['type', 'pattern'],
  resolutions: [
    { take: 'ours', text: '{"type":["string","null"]}' },
    { take: 'theirs', text: '{"type":"string","pattern":"a"}' },
    { take: 'both', text: '{"type":["string","null"],"pattern":"a"}' },
    { take: 'base', text: '{"type":"string"}' },
  ],
  head: 4,
}
const whole: ConflictView = {
  rule: rule('B'),
  kind: 'schema',
  pointer: '',
  schemaPointer: '',
  ours: { description: 'mine' },
  theirs: null,
  resolutions: [{ take: 'ours', text: '{"description":"mine"}' }, { take: 'theirs' }],
  typedText: '{"description":"new"}',
  head: 4,
}

const viewOf = (...conflicts: ConflictView[]) =>
  aRequest({
    can: { edit: true },
    groups: [aGroup([anEdit('A'), anEdit('B')])],
    conflicts,
  })

const show = (...conflicts: ConflictView[]) => {
  const resolveConflicts = vi.fn<RequestActions['resolveConflicts']>(async () => ({
    ok: true,
    value: viewOf(),
  }))
  const Harness = () => {
    const place = { plan: 'p1', number: 7 }
    // Only the conflicts are settled here; any other action would be a mistake of the list.
    const work = useRequestWork(
      place,
      { resolveConflicts } as Partial<RequestActions> as RequestActions,
      () => {},
    )
    return <ConflictList place={place} view={viewOf(...conflicts)} work={work} />
  }
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), resolveConflicts }
}

const go = () => screen.getByRole('button', { name: 'Bring it up to date' })
const choose = (place: string, way: string) =>
  within(screen.getByRole('group', { name: place })).getByRole('radio', { name: way })

beforeEach(() => sessionStorage.clear())

it('goes on only when every place has its answer, and sends exactly those', async () => {
  const { user, resolveConflicts } = show(description, type, whole)
  expect(screen.getByRole('heading', { name: '2 rules changed in the plan as well.' })).toBeVisible()
  expect(go()).toBeDisabled()
  await user.click(choose('total: description', 'In the plan now'))
  await user.click(choose('total: type and pattern', 'Both together'))
  expect(screen.getByText('1 still to choose.')).toBeVisible()
  expect(go()).toBeDisabled()
  await user.click(choose('The whole rule', 'Leave it removed'))
  await user.click(go())
  expect(resolveConflicts).toHaveBeenCalledExactlyOnceWith({
    plan: 'p1',
    number: 7,
    fingerprint: 'f1',
    head: 4,
    choices: [
      { rule: rule('A'), kind: 'schema', schemaPointer: `${total}/description`, take: 'theirs' },
      { rule: rule('A'), kind: 'schema', schemaPointer: total, keywords: ['type', 'pattern'], take: 'both' },
      { rule: rule('B'), kind: 'schema', schemaPointer: '', take: 'theirs' },
    ],
  })
})

it('is chosen from with the arrow keys', async () => {
  const { user } = show(description)
  await user.tab()
  await user.tab()
  await user.keyboard(' ')
  expect(choose('total: description', 'As it was (not there)')).toBeChecked()
  await user.keyboard('{ArrowDown}')
  expect(choose('total: description', 'In this request')).toBeChecked()
})

it('shows what stands on each side of a place', () => {
  show(description)
  expect(screen.getByRole('region', { name: 'In this request: total: description' })).toHaveTextContent(
    '"mine"',
  )
  expect(screen.getByRole('region', { name: 'In the plan now: total: description' })).toHaveTextContent(
    '"theirs"',
  )
})

it('shows both texts of a rule that collides as a whole, the typed one as it was typed', () => {
  show(whole)
  const [texts] = screen.getAllByRole('region', { name: 'Both texts of B' })
  expect(texts).toHaveTextContent('"description": "new"')
})

it('takes a text written by hand instead, kept until it has been sent', async () => {
  const { user, resolveConflicts } = show(description)
  await user.click(screen.getByRole('button', { name: 'Edit by hand A' }))
  const field = screen.getByRole('textbox', { name: 'Schema of A' })
  expect(field).toHaveValue('{\n  "description": "mine"\n}')
  await user.clear(field)
  expect(go()).toBeDisabled()
  await user.click(field)
  await user.paste('{"description":"ours and theirs"}')
  expect(sessionStorage).toHaveLength(1)
  await user.click(go())
  expect(resolveConflicts.mock.lastCall?.[0].choices).toEqual([
    { rule: rule('A'), take: 'edited', schemaText: '{"description":"ours and theirs"}' },
  ])
  expect(sessionStorage).toHaveLength(0)
})
