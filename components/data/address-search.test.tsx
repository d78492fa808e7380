import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsAdapter } from 'nuqs/adapters/react'
import { afterEach, expect, test, vi } from 'vitest'
import { AddressSearch } from './address-search'

afterEach(() => vi.restoreAllMocks())

const shown = () => {
  window.history.replaceState(null, '', '/catalog?type=TRACK')
  render(
    <NuqsAdapter>
      <AddressSearch label="Search" placeholder="Search" />
    </NuqsAdapter>,
  )
  return screen.getByRole('searchbox')
}

test('what is searched stands in the address', async () => {
  await userEvent.type(shown(), 'order')
  await waitFor(() => expect(window.location.search).toBe('?type=TRACK&q=order'))
})

test('whoever leaves the search finds it written, and nothing is written later', async () => {
  await userEvent.type(shown(), 'order id')
  await userEvent.tab()
  expect(window.location.search).toBe('?type=TRACK&q=order+id')
  const write = vi.spyOn(window.history, 'replaceState')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(write).not.toHaveBeenCalled()
  expect(screen.getByRole('searchbox')).toHaveValue('order id')
})

test('an address that is written already is left alone', async () => {
  await userEvent.type(shown(), 'order')
  await waitFor(() => expect(window.location.search).toContain('q=order'))
  const write = vi.spyOn(window.history, 'replaceState')
  await userEvent.tab()
  expect(write).not.toHaveBeenCalled()
})
