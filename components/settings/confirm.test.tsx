import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { RequestFailed } from '../data/request-failed'
import { Confirm } from './confirm'

const show = (run: () => Promise<unknown>) =>
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Confirm
        trigger={(open) => (
          <button type="button" onClick={open}>
            Remove
          </button>
        )}
        title="Remove it?"
        description="It goes for good."
        confirm="Remove it"
        run={run}
      />
    </QueryClientProvider>,
  )

test('does nothing before the question is answered', async () => {
  const run = vi.fn(async () => null)
  show(run)
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
  expect(screen.getByRole('alertdialog', { name: 'Remove it?' })).toHaveTextContent('It goes for good.')
  expect(run).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(run).toHaveBeenCalledOnce()
})

test('stays open and says why it was refused', async () => {
  show(async () => {
    throw new RequestFailed({ code: 'wrong-state', detail: 'Somebody has to stay.', status: 'last' })
  })
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }))
  await userEvent.click(screen.getByRole('button', { name: 'Remove it' }))
  expect(await screen.findByText('Somebody has to stay.')).toBeVisible()
  expect(screen.getByRole('alertdialog')).toBeVisible()
})
