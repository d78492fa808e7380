import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { MintDialog } from './mint-dialog'
import type { TokenActions } from './token-actions'

test('asks for name and scopes, and shows the token once it is made', async () => {
  const mint = vi.fn<TokenActions['mintToken']>(async () => ({
    ok: true,
    value: { id: 't1', token: 'plb_once' },
  }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <MintDialog open onOpenChange={() => {}} owner={{ id: 'u1', name: 'Ada', isMe: true }} mint={mint} />
    </QueryClientProvider>,
  )
  const make = screen.getByRole('button', { name: 'Make the token' })
  expect(make).toBeDisabled()
  await userEvent.type(screen.getByLabelText('Name'), 'nightly export')
  await userEvent.click(screen.getByRole('checkbox', { name: /^Read/ }))
  expect(make).toBeDisabled()
  await userEvent.click(screen.getByRole('checkbox', { name: /^Propose/ }))
  await userEvent.click(screen.getByRole('checkbox', { name: /^Read/ }))
  await userEvent.click(make)
  expect(await screen.findByText('plb_once')).toBeVisible()
  const [given] = mint.mock.calls[0] ?? []
  expect(given).toMatchObject({ id: 'u1', name: 'nightly export', scopes: ['read', 'propose'] })
  const days = (Date.parse(given?.expiresAt ?? '') - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(89)
  expect(days).toBeLessThan(91)
})
