import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect, test, vi } from 'vitest'
import { CatalogToolbar } from './catalog-toolbar'

const shown = (searchParams = '') => {
  const onUrlUpdate = vi.fn()
  render(
    <NuqsTestingAdapter searchParams={searchParams} onUrlUpdate={onUrlUpdate} hasMemory>
      <CatalogToolbar />
    </NuqsTestingAdapter>,
  )
  return { address: () => onUrlUpdate.mock.lastCall?.[0].queryString as string | undefined }
}

test('what is searched stands in the address', async () => {
  const { address } = shown()
  await userEvent.type(screen.getByRole('searchbox'), 'order')
  await waitFor(() => expect(address()).toBe('?q=order'))
})

test('the address fills the toolbar', () => {
  shown('?q=coupon&type=PAGE')
  expect(screen.getByRole('searchbox')).toHaveValue('coupon')
  expect(screen.getByRole('combobox', { name: 'Type' })).toHaveTextContent('Page')
})

test('a type that does not exist is no filter', () => {
  shown('?type=NONSENSE')
  expect(screen.getByRole('combobox', { name: 'Type' })).toHaveTextContent('All types')
})

test('choosing a type puts it into the address, and all types takes it out', async () => {
  const { address } = shown()
  await userEvent.click(screen.getByRole('combobox', { name: 'Type' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Track' }))
  await waitFor(() => expect(address()).toBe('?type=TRACK'))
  await userEvent.click(screen.getByRole('combobox', { name: 'Type' }))
  await userEvent.click(await screen.findByRole('option', { name: 'All types' }))
  await waitFor(() => expect(address()).toBe(''))
})

test('"/" goes to the search', async () => {
  shown()
  await userEvent.keyboard('/')
  expect(screen.getByRole('searchbox')).toHaveFocus()
})

test('clearing the search keeps the other filters', async () => {
  const { address } = shown('?q=order&has=violations')
  await userEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  await waitFor(() => expect(address()).toBe('?has=violations'))
})
