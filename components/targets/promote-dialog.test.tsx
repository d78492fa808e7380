import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { PromotionPreview, TargetView } from '@/contracts/target'
import { makeQueryClient } from '../data/query-client'
import { PromoteDialog } from './promote-dialog'
import type { PromoteAction } from './use-promote'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {} }) }))

afterEach(() => vi.unstubAllGlobals())

const rule = (key: string) => ({ type: 'TRACK' as const, key, version: 1 })

const target: TargetView = {
  plan: { id: 'live', name: 'Shop', segmentId: 'tp_live' },
  workspace: { id: 'w', name: 'Acme' },
  stage: 'Production',
  follows: 'dev',
  depth: 1,
  headVersion: 4,
  liveVersion: 4,
  drift: null,
  promoted: { version: 2, at: '2026-01-05T09:00:00.000Z' },
  behind: 1,
  waiting: null,
}

const preview: PromotionPreview = {
  upstream: { id: 'dev', name: 'Shop development', liveVersion: 3 },
  target: { id: 'live', name: 'Shop', workspace: 'Acme' },
  version: 3,
  from: 2,
  open: null,
  added: [rule('Cart Viewed')],
  changed: Array.from({ length: 15 }, (_, i) => rule(`Changed ${i}`)),
  renamed: [{ ...rule('Order Refunded'), newKey: 'Order Returned' }],
  removed: [],
  kept: [{ ...rule('Fraud Suspected'), why: 'only-here' }],
  conflicts: [rule('Order Completed')],
}

const nothing: PromotionPreview = { ...preview, added: [], changed: [], renamed: [], conflicts: [] }

const show = async (answer: PromotionPreview, shown = target) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return Response.json(answer)
  })
  const promote = vi.fn<PromoteAction>(() => new Promise(() => {}))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <PromoteDialog target={shown} promote={promote} open onOpenChange={() => {}} />
    </QueryClientProvider>,
  )
  // The first one of a file waits for everything that is loaded on the way.
  await screen.findByRole('combobox', undefined, { timeout: 15_000 })
  return { asked, promote, user: userEvent.setup() }
}

const names = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

it('says of every event what would happen to it, and of long lists how many more there are', async () => {
  const { promote, user } = await show(preview)
  expect(names('Added')).toEqual(['Cart Viewed'])
  expect(names('Changed').at(-1)).toBe('and 3 more')
  expect(names('Renamed')).toEqual(['Order Refunded to Order Returned'])
  expect(names('To be settled in the request')).toEqual(['Order Completed both changed the same place'])
  expect(names('Kept as they are')).toEqual(['Fraud Suspected only here'])
  expect(screen.queryByRole('list', { name: 'Removed' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Open a change request' }))
  expect(promote).toHaveBeenCalledWith({ plan: 'live', id: 'live', version: 3 })
})

it('asks again before it makes the target exactly the same', async () => {
  const { asked, promote, user } = await show(preview)
  await user.click(screen.getByRole('checkbox', { name: /exactly the same/ }))
  const open = screen.getByRole('button', { name: 'Open a change request' })
  await waitFor(() => expect(open).toBeEnabled(), { timeout: 15_000 })
  await user.click(open)
  expect(asked.at(-1)).toContain('exact=true')
  expect(promote).toHaveBeenCalledWith({ plan: 'live', id: 'live', version: 3, exact: true })
})

it('has nothing to open where the target holds all of it already', async () => {
  await show(nothing, { ...target, behind: 0 })
  expect(screen.getByText('Production holds everything of version 3 already.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Open a change request' })).toBeDisabled()
})

it('has it counted as promoted where the line does not know that the target holds it', async () => {
  const { promote, user } = await show(nothing)
  promote.mockResolvedValue({
    ok: false,
    failure: { code: 'wrong-state', status: 'up-to-date', detail: 'Shop holds everything already.' },
  })
  await user.click(screen.getByRole('button', { name: 'Count it as promoted' }))
  expect(promote).toHaveBeenCalledExactlyOnceWith({ plan: 'live', id: 'live', version: 3 })
  expect(await screen.findByText(/Shop holds everything already/)).toBeVisible()
})

it('asks for nothing to be counted that is not the newest version', async () => {
  await show({ ...nothing, version: 2 })
  expect(screen.getByRole('button', { name: 'Open a change request' })).toBeDisabled()
})

it('leads to the request that promotes the version already', async () => {
  await show({ ...preview, open: 12 })
  expect(screen.getByRole('button', { name: 'Go to change request #12' })).toBeEnabled()
})
