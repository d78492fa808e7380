import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { FrameView } from '@/contracts/overview'
import { Hydrated } from '../data/hydrated'
import { pageNameQuery } from '../data/page-name-query'
import { makeQueryClient } from '../data/query-client'
import { TopBar } from './top-bar'

vi.mock('next/navigation', () => ({
  usePathname: () => '/sources/s1',
  useSearchParams: () => new URLSearchParams(),
}))

const frame: FrameView = {
  me: { id: 'u', name: 'Ada', email: 'ada@example.test', role: 'admin', demo: false },
  ...{ workspaces: [], plans: [], waitingForMe: 0, openViolations: 0, drifted: 0 },
}
const nothing = () => {}

it('names the page as soon as the page is there, which comes after it', async () => {
  const inBrowser = makeQueryClient()
  const read = makeQueryClient()
  read.setQueryData(pageNameQuery('/sources/s1').queryKey, 'iOS App')
  const show = (page: boolean) => (
    <QueryClientProvider client={inBrowser}>
      <TopBar {...{ frame, versionsOf: null, onShowRail: nothing, onSearch: nothing, onShowKeys: nothing }} />
      {page ? <Hydrated queries={read}>The page</Hydrated> : null}
    </QueryClientProvider>
  )
  const { rerender } = render(show(false))
  const crumbs = within(screen.getByRole('navigation', { name: 'Breadcrumb' }))
  expect(crumbs.getByText('Source')).toHaveAttribute('aria-current', 'page')
  rerender(show(true))
  expect(await crumbs.findByText('iOS App')).toHaveAttribute('aria-current', 'page')
})
