import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { expect, test } from 'vitest'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { targetsQuery } from '../targets/target-queries'
import { TargetsScreen } from './targets-screen'

const plans = [
  { id: 'p1', name: 'Mobile app' },
  { id: 'p2', name: 'Storefront' },
].map((plan) => ({ ...plan, segmentId: `tp_${plan.id}`, workspaceId: 'w1', headVersion: 1 }))

const show = (known: typeof plans, search = '') => {
  const queries = makeQueryClient()
  // The screen asks of the frame only who looks, and which plans and workspaces there are.
  queries.setQueryData(frameQuery().queryKey, {
    me: { role: 'viewer' },
    plans: known,
    workspaces: [],
  } as never)
  for (const { id } of known)
    queries.setQueryData(targetsQuery(id).queryKey, {
      data: [],
      nextCursor: null,
      can: { manage: false, promote: false },
    })
  render(
    <NuqsTestingAdapter searchParams={search} hasMemory>
      <QueryClientProvider client={queries}>
        <TargetsScreen actions={{} as never} />
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

test('stages are those of the plan in the address, and another can be chosen', async () => {
  show(plans, 'plan=p2')
  expect(screen.getByText('Storefront stands alone')).toBeVisible()
  await userEvent.click(screen.getByRole('combobox', { name: 'Plan' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Mobile app' }))
  expect(screen.getByText('Mobile app stands alone')).toBeVisible()
})

test('without a plan it says where one comes from', () => {
  show([])
  expect(screen.getByText('No plan yet')).toBeVisible()
  expect(screen.getByText(/^Connect a workspace/)).toBeVisible()
})
