import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, expect, test, vi } from 'vitest'
import type { EventFamilyView } from '@/contracts/event-family'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { DynamicNamesScreen, familiesQuery } from './dynamic-names-screen'

afterEach(() => vi.restoreAllMocks())

const push = vi.hoisted(() => vi.fn())
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))

const family: EventFamilyView = {
  ...{ template: 'Viewed Product {product_id}', name: 'Viewed Product', isPlanned: false, count: 1_200 },
  ...{
    memberCount: 340,
    members: [{ name: 'Viewed Product 123', count: 9 }],
    codeFix: 'Send "Viewed Product".',
  },
  parts: [{ kind: 'number', property: 'product_id', isSent: false }],
}
const plans = [
  { id: 'p1', name: 'Mobile app' },
  { id: 'p2', name: 'Storefront' },
].map((plan) => ({ ...plan, segmentId: `tp_${plan.id}`, workspaceId: 'w1', headVersion: 1 }))

/** The families of the first plan; the second has none. */
const shown = (data: EventFamilyView[], search = '') => {
  const queries = makeQueryClient()
  for (const [plan, families] of [
    ['p1', data],
    ['p2', []],
  ] as const)
    queries.setQueryData(familiesQuery(plan).queryKey, {
      pages: [{ data: [...families], nextCursor: null }],
      pageParams: [null],
    })
  // The screen asks of the frame only who looks and which plans there are.
  queries.setQueryData(frameQuery().queryKey, { me: { role: 'contributor' }, plans } as never)
  const propose = vi.fn(async () => ({ ok: true as const, value: { number: 9 } }))
  render(
    <NuqsTestingAdapter searchParams={search}>
      <QueryClientProvider client={queries}>
        <DynamicNamesScreen propose={propose} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
  return propose
}

test('a family is one finding with its members, and is proposed in one click', async () => {
  const propose = shown([family])
  expect(screen.getByRole('list', { name: 'Families of names' })).toHaveTextContent('340 names, 1,200 calls')
  await userEvent.click(screen.getByRole('button', { name: 'Propose the event' }))
  expect(propose).toHaveBeenCalledWith({ plan: 'p1', template: family.template })
  expect(push).toHaveBeenCalledWith('/plans/p1/change-requests/9')
})

test('of hundreds of families only those near the window are in the document', () => {
  // There is no layout here.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(120)
  shown(Array.from({ length: 500 }, (_, at) => ({ ...family, template: `Viewed ${at} {id}` })))
  const standing = screen.getAllByRole('button', { name: 'Propose the event' }).length
  expect(standing).toBeGreaterThan(5)
  expect(standing).toBeLessThan(100)
})

test('each plan has its own: the page says of which it tells, and shows another', async () => {
  shown([family])
  const plan = screen.getByRole('combobox', { name: 'Plan' })
  expect(plan).toHaveTextContent('Mobile app')
  await userEvent.click(plan)
  await userEvent.click(await screen.findByRole('option', { name: 'Storefront' }))
  expect(await screen.findByText('No event of Storefront carries a value in its name')).toBeInTheDocument()
  expect(screen.queryByText(family.template)).toBeNull()
})

test('the address names the plan', () => {
  shown([family], '?plan=p2')
  expect(screen.getByText('No event of Storefront carries a value in its name')).toBeInTheDocument()
})
