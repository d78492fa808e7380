import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Field } from '../ui/field'
import { allSourcesQuery, SourceSelect } from './source-select'

const shown = (value: string) => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  queries.setQueryData(allSourcesQuery().queryKey, [
    { id: 's1', name: 'Web Shop', workspace: { id: 'w1', name: 'Acme' } },
    { id: 's2', name: 'Elsewhere', workspace: { id: 'w2', name: 'Other' } },
  ])
  const choose = vi.fn()
  render(
    <QueryClientProvider client={queries}>
      <Field label="Source">
        <SourceSelect workspace="w1" value={value} onValueChange={choose} none="Any source" />
      </Field>
    </QueryClientProvider>,
  )
  return choose
}

test('sources of the workspace are chosen by name', async () => {
  const choose = shown('')
  await userEvent.click(screen.getByRole('combobox', { name: 'Source' }))
  expect(screen.queryByRole('option', { name: 'Elsewhere' })).toBeNull()
  await userEvent.click(await screen.findByRole('option', { name: 'Web Shop' }))
  expect(choose).toHaveBeenCalledWith('s1')
})

test('one that is gone is shown by its id', () => {
  shown('s9')
  expect(screen.getByRole('combobox', { name: 'Source' })).toHaveTextContent('s9')
})

test('that every source is meant is said', () => {
  shown('')
  expect(screen.getByRole('combobox', { name: 'Source' })).toHaveTextContent('Any source')
})
