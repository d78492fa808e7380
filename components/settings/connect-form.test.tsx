import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { ConnectForm } from './connect-form'
import type { WorkspaceActions } from './workspace-actions'

const found = {
  segmentId: 'ws1',
  name: 'Acme',
  slug: 'acme',
  plans: [{ segmentId: 'tp_1', name: 'Storefront' }],
  alreadyConnected: false,
}

const show = (actions: Partial<WorkspaceActions> = {}) => {
  const checkWorkspace = vi.fn(async () => ({ ok: true as const, value: found }))
  const connectWorkspace = vi.fn(async () => ({ ok: true as const, value: { id: 'w1', jobId: 'j1' } }))
  const onConnected = vi.fn()
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ConnectForm
        actions={{ checkWorkspace, connectWorkspace, ...actions }}
        onConnected={onConnected}
        onCancel={() => {}}
      />
    </QueryClientProvider>,
  )
  return { checkWorkspace, connectWorkspace, onConnected }
}

const token = () => screen.getByLabelText('Public API token')

test('looks first, says what it found, and connects only then', async () => {
  const { checkWorkspace, connectWorkspace, onConnected } = show()
  await userEvent.type(token(), ' sgp_secret ')
  await userEvent.click(screen.getByRole('button', { name: 'EU' }))
  await userEvent.click(screen.getByRole('button', { name: 'Check' }))
  expect(checkWorkspace).toHaveBeenCalledWith({ token: 'sgp_secret', region: 'eu' })
  expect(await screen.findByText('The token opens Acme (acme) with 1 tracking plan.')).toBeVisible()
  expect(connectWorkspace).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Connect' }))
  expect(connectWorkspace).toHaveBeenCalledWith({ token: 'sgp_secret', region: 'eu', name: 'Acme' })
  expect(onConnected).toHaveBeenCalledWith({ id: 'w1', jobId: 'j1' })
})

test('asks anew once something was changed after the look', async () => {
  show()
  await userEvent.type(token(), 'one')
  await userEvent.click(screen.getByRole('button', { name: 'Check' }))
  await screen.findByRole('button', { name: 'Connect' })
  await userEvent.click(screen.getByRole('button', { name: 'EU' }))
  expect(screen.queryByRole('button', { name: 'Connect' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Check' })).toBeEnabled()
})

test('says what Segment answered, and keeps what was typed', async () => {
  const detail = 'Segment does not accept this token in the US region.'
  show({ checkWorkspace: async () => ({ ok: false, failure: { code: 'segment-refused', detail } }) })
  await userEvent.type(token(), 'wrong')
  await userEvent.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(detail)
  expect(token()).toHaveValue('wrong')
})

test('puts what is wrong with the address beside it', async () => {
  const fields = [{ path: 'apiUrl', message: 'Invalid URL' }]
  show({ checkWorkspace: async () => ({ ok: false, failure: { code: 'invalid-input', fields } }) })
  await userEvent.type(token(), 'x')
  await userEvent.click(screen.getByRole('button', { name: 'Check' }))
  expect(await screen.findByText('Invalid URL')).toBeVisible()
  expect(screen.queryByRole('alert')).toBeNull()
})
