import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import { aRequest } from './a-request.cases'
import { PublishState } from './publish-state'
import type { RequestWork } from './use-request-work'

const show = (set: Parameters<typeof aRequest>[0]) =>
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <PublishState
        plan="p1"
        view={aRequest(set)}
        work={{} as RequestWork}
        mayResume={false}
        onPublish={() => {}}
      />
    </QueryClientProvider>,
  )

it('hands out the evidence of a published request, and of no other', async () => {
  const assign = vi.fn()
  vi.stubGlobal('location', { ...window.location, assign })
  const { unmount } = show({ status: 'published', version: 4 })
  expect(screen.getByText('Published as version 4. Segment holds it.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Download evidence' }))
  expect(assign).toHaveBeenCalledExactlyOnceWith('/api/v1/plans/p1/change-requests/7/evidence')
  vi.unstubAllGlobals()
  unmount()
  show({ status: 'approved' })
  expect(screen.queryByRole('button', { name: 'Download evidence' })).not.toBeInTheDocument()
})
