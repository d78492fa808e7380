import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { DigestView } from '@/contracts/digest'
import { DigestForm } from './digest-form'
import { digestQuery } from './settings-queries'

const shown = (set: Partial<DigestView> = {}) => {
  const digest: DigestView = {
    every: 'week',
    weekday: 'mon',
    hour: 8,
    timeZone: 'Europe/Berlin',
    nextAt: '2126-01-05T07:00:00.000Z',
    canMail: true,
    ...set,
  }
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  queries.setQueryData(digestQuery().queryKey, digest)
  const save = vi.fn(async () => ({ ok: true as const, value: digest }))
  render(
    <QueryClientProvider client={queries}>
      <DigestForm save={save} />
    </QueryClientProvider>,
  )
  return { save }
}

test('letters are asked for as they were set', async () => {
  const { save } = shown()
  expect(screen.getByText(/The next one is due/)).toBeInTheDocument()
  const zone = screen.getByRole('textbox', { name: 'Time zone' })
  await userEvent.clear(zone)
  await userEvent.type(zone, 'Asia/Kolkata')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(save).toHaveBeenCalledWith({ every: 'week', weekday: 'mon', hour: 8, timeZone: 'Asia/Kolkata' })
})

test('whoever has none is not asked for an hour', () => {
  shown({ every: 'none', nextAt: null })
  expect(screen.getByRole('combobox', { name: 'How often' })).toHaveTextContent('Never')
  expect(screen.queryByRole('textbox', { name: 'Time zone' })).not.toBeInTheDocument()
})

test('without a mail server there is nothing to choose', () => {
  shown({ canMail: false })
  expect(screen.getByText(/no mail server/)).toBeInTheDocument()
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})
