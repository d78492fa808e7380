import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { GateView, PublishPreview, PublishQueueEntry } from '@/contracts/change-request'
import type { ReviewView } from '@/contracts/review-view'
import { makeQueryClient } from '../data/query-client'
import { aRequest } from './a-request.cases'
import { PublishDialog } from './publish-dialog'
import type { RequestActions } from './request-actions'
import { useRequestWork } from './use-request-work'

const place = { plan: 'p1', number: 7 }

const preview: PublishPreview = {
  plan: 'Storefront',
  workspace: 'Acme',
  added: 0,
  updated: 1,
  renamed: 0,
  removed: 1,
  calls: 2,
  sentence: '1 updated, 1 removed in Storefront at Acme',
  operations: [
    { kind: 'update', rule: { type: 'TRACK', key: 'Order Completed', version: 1 } },
    { kind: 'remove', rule: { type: 'TRACK', key: 'Order Cancelled', version: 1 } },
  ],
}

afterEach(() => vi.unstubAllGlobals())

type HarnessProps = Pick<RequestActions, 'publish'> & {
  readonly view: ReviewView
  readonly past?: readonly GateView[] | undefined
}

const Harness = ({ publish, view, past }: HarnessProps) => {
  // Only the publish is pressed here; any other action would be a mistake of the dialog.
  const work = useRequestWork(place, { publish } as RequestActions, () => {})
  return (
    <PublishDialog
      place={place}
      view={view}
      work={work}
      open
      onOpenChange={() => {}}
      {...(past ? { past } : {})}
    />
  )
}

type Shown = {
  readonly past?: readonly GateView[]
  readonly view?: ReviewView
  readonly queue?: readonly PublishQueueEntry[]
}

const show = (
  answer: () => Promise<Response>,
  { past, view = aRequest({ can: { publish: true, schedule: true } }), queue = [] }: Shown = {},
) => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string) =>
      url.endsWith('/publish-queue') ? Response.json({ data: queue, nextCursor: null }) : answer(),
    ),
  )
  const publish = vi.fn<RequestActions['publish']>(async () => ({ ok: true, value: { jobId: 'j1' } }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Harness publish={publish} view={view} past={past} />
    </QueryClientProvider>,
  )
  return { publish, user: userEvent.setup() }
}

it('says what will happen, rule by rule, before it can be pressed', async () => {
  let resolve = (_: Response) => {}
  const { publish, user } = show(
    () =>
      new Promise((settle) => {
        resolve = settle
      }),
  )
  const button = screen.getByRole('button', { name: 'Publish' })
  expect(button).toBeDisabled()
  resolve(Response.json(preview))
  expect(await screen.findByText('1 updated, 1 removed in Storefront at Acme.')).toBeVisible()
  const written = within(screen.getByRole('list', { name: 'What will be written' }))
  expect(written.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Order Completedupdate',
    'Order Cancelledremove',
  ])
  await user.click(button)
  expect(publish).toHaveBeenCalledExactlyOnceWith(place)
})

it('does not offer what nobody could say', async () => {
  show(async () =>
    Response.json(
      { type: 'x', title: 'x', status: 409, code: 'conflicted', detail: 'Behind.', conflicts: [] },
      { status: 409 },
    ),
  )
  expect(await screen.findByText('Behind.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled()
})

it('goes past what the policy asks for with a reason only', async () => {
  const message = 'Checkout (Order Completed) still needs the approval of one of its owners, Order owners.'
  const { publish, user } = show(async () => Response.json(preview), {
    past: [{ code: 'owner-missing', message, clearedBy: 'Sam', bypassRoles: ['admin'] }],
  })
  expect(await screen.findByText(message)).toBeVisible()
  const button = screen.getByRole('button', { name: 'Publish without them' })
  const why = screen.getByRole('textbox', { name: 'Why it cannot wait' })
  await user.type(why, 'Soon.')
  expect(button).toBeDisabled()
  await user.clear(why)
  await user.type(why, 'Checkout is down.')
  await user.click(button)
  expect(publish).toHaveBeenCalledExactlyOnceWith({ ...place, bypass: { reason: 'Checkout is down.' } })
})

it('puts it into the queue, and says behind whom', async () => {
  const can = { leave: false }
  const entry = { title: 'Other', author: 'Ann', at: null, since: null, opens: null, by: null, can }
  const { publish, user } = show(async () => Response.json(preview), {
    queue: [
      { ...entry, number: 3, state: 'under-way' },
      { ...entry, number: 5, state: 'waiting' },
      { ...entry, number: 9, state: 'scheduled' },
    ],
  })
  expect(await screen.findByText(/waits in the publish queue, behind change request 5,/)).toBeVisible()
  await user.click(await screen.findByRole('button', { name: 'Publish' }))
  expect(publish).toHaveBeenCalledExactlyOnceWith(place)
})

it('takes an hour by the clock of whoever chooses it', async () => {
  const { publish, user } = show(async () => Response.json(preview))
  await user.click(await screen.findByRole('button', { name: 'At a time' }))
  const button = screen.getByRole('button', { name: 'Schedule' })
  expect(button).toBeDisabled()
  fireEvent.change(screen.getByLabelText('Not before'), { target: { value: '2026-12-01T09:30' } })
  expect(screen.getByText(/^Nothing happens before that\./)).toBeVisible()
  await user.click(button)
  expect(publish).toHaveBeenCalledExactlyOnceWith({
    ...place,
    at: new Date(2026, 11, 1, 9, 30).toISOString(),
  })
})

it('offers the next opening where the plan may not be published now', async () => {
  const until = '2026-12-01T13:00:00.000Z'
  const { publish, user } = show(async () => Response.json(preview), {
    view: aRequest({
      can: { schedule: true },
      gates: [{ code: 'outside-window', message: 'Closed.', clearedBy: 'the clock', until }],
    }),
  })
  expect(screen.queryByRole('button', { name: 'Now' })).toBeNull()
  const button = await screen.findByRole('button', { name: 'Schedule' })
  await waitFor(() => expect(button).toBeEnabled())
  await user.click(button)
  expect(publish).toHaveBeenCalledExactlyOnceWith({ ...place, at: until })
})
