import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EditGroupView, ReviewView } from '@/contracts/review-view'
import { makeQueryClient } from '../data/query-client'
import { aGroup, anEdit, aRequest } from './a-request.cases'
import { reviewQuery } from './change-request-queries'
import type { RequestActions } from './request-actions'
import { ReviewForm } from './review-form'
import { useRequestWork } from './use-request-work'
import { useSeenEdits } from './use-seen-edits'

const place = { plan: 'p1', number: 7 }

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

type HarnessProps = {
  readonly review: RequestActions['review']
  readonly group: EditGroupView | null
}

const Harness = ({ review, group }: HarnessProps) => {
  const { data: view } = useQuery({ ...reviewQuery(place), staleTime: Number.POSITIVE_INFINITY })
  if (!view) return null
  return <Form view={view} review={review} group={group} />
}

const Form = ({ view, review, group }: HarnessProps & { readonly view: ReviewView }) => {
  const seen = useSeenEdits(view)
  // Only the review is pressed here; any other action would be a mistake of the form.
  const actions = { review } as RequestActions
  const work = useRequestWork(place, actions, seen.look)
  return (
    <>
      <ReviewForm place={place} view={view} work={work} actions={actions} seen={seen} group={group} />
      <button type="button" onClick={() => seen.look(view)}>
        I have looked
      </button>
    </>
  )
}

const show = (view: ReviewView, review: RequestActions['review'], group: EditGroupView | null = null) => {
  const queries = makeQueryClient()
  queries.setQueryData(reviewQuery(place).queryKey, view)
  render(
    <QueryClientProvider client={queries}>
      <Harness review={review} group={group} />
    </QueryClientProvider>,
  )
  return { queries, user: userEvent.setup() }
}

const reviewer = { review: true, approve: true }
const comment = () => screen.getByRole('textbox', { name: 'Comment' })

it('does not send a request back without a word', async () => {
  const review = vi.fn<RequestActions['review']>()
  const { user } = show(aRequest({ can: reviewer }), review)
  await user.click(screen.getByRole('button', { name: 'Ask for changes' }))
  expect(review).not.toHaveBeenCalled()
  expect(screen.getByText('Say what should change; everybody sees it.')).toBeVisible()
})

it('gives the verdict on the edits that were on the screen', async () => {
  const view = aRequest({ can: reviewer })
  const review = vi.fn<RequestActions['review']>(async () => ({ ok: true, value: view }))
  const { user } = show(view, review)
  await user.type(comment(), 'Name the currency')
  await user.click(screen.getByRole('button', { name: 'Ask for changes' }))
  expect(review).toHaveBeenCalledExactlyOnceWith({
    plan: 'p1',
    number: 7,
    verdict: 'request-changes',
    body: 'Name the currency',
    fingerprint: 'f1',
  })
  expect(comment()).toHaveValue('')
})

it('gives a verdict on a group to exactly its rules', async () => {
  const [edits, other] = [[anEdit('A'), anEdit('B')], anEdit('C')]
  const view = aRequest({ can: reviewer, groups: [aGroup(edits), aGroup([other])] })
  const review = vi.fn<RequestActions['review']>(async () => ({ ok: true, value: view }))
  const { user } = show(view, review, aGroup(edits))
  expect(screen.queryByRole('button', { name: 'Comment' })).not.toBeInTheDocument()
  await user.type(comment(), 'Name the currency')
  await user.click(screen.getByRole('button', { name: 'Ask for changes' }))
  expect(review).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      verdict: 'request-changes',
      rules: ['A', 'B'].map((key) => ({ type: 'TRACK', key, version: 1 })),
    }),
  )
})

it('keeps what was typed when somebody was faster, and asks to look again before a verdict', async () => {
  const current = aRequest({ can: reviewer, fingerprint: 'f2', groups: [aGroup([anEdit('Order Refunded')])] })
  vi.stubGlobal('fetch', async () => Response.json(current))
  const review = vi.fn<RequestActions['review']>(async () => ({
    ok: false,
    failure: { code: 'stale', detail: 'The edits changed since you looked.', current },
  }))
  const { user } = show(aRequest({ can: reviewer }), review)
  await user.type(comment(), 'Looks right')
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  expect(await screen.findByText('A verdict needs a look at what changed first.')).toBeVisible()
  expect(comment()).toHaveValue('Looks right')
  expect(screen.getByRole('button', { name: 'Approve' })).toBeDisabled()

  await user.click(screen.getByRole('button', { name: 'I have looked' }))
  await user.click(screen.getByRole('button', { name: 'Approve' }))
  expect(review).toHaveBeenLastCalledWith(expect.objectContaining({ fingerprint: 'f2', verdict: 'approve' }))
})

it('lets whoever may not review only comment', () => {
  show(aRequest(), vi.fn<RequestActions['review']>())
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    'Comment',
    'I have looked',
  ])
})
