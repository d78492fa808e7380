import { QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { PolicyPreview, PolicyView } from '@/contracts/policy'
import { makeQueryClient } from '../data/query-client'
import type { PolicyActions } from './policy-actions'
import { PolicyForm } from './policy-form'

const view: PolicyView = {
  policy: {
    approvals: 1,
    breaking: 1,
    unknown: 1,
    personalData: 1,
    consumerAffecting: 1,
    documentation: null,
    authorsMayApprove: false,
    ownerships: [],
    bypassRoles: [],
    windows: [],
    freezes: [],
  },
  revision: 3,
  groups: [{ id: 'g', workspace: 'w', name: 'Order owners', members: [] }],
  workspace: { id: 'w', name: 'Acme' },
  can: { change: true },
}
const clear = { clear: true, missing: [] }
const preview: PolicyPreview = {
  requests: [
    {
      number: 7,
      title: 'Rename a field',
      status: 'published',
      author: 'Ann',
      before: clear,
      after: { clear: false, missing: ['Orders still needs the approval of one of its owners.'] },
    },
    { number: 6, title: 'Other', status: 'published', author: 'Ann', before: clear, after: clear },
  ],
}

const show = () => {
  const previewPolicy = vi.fn<PolicyActions['previewPolicy']>(async () => ({ ok: true, value: preview }))
  const savePolicy = vi.fn<PolicyActions['savePolicy']>(async () => ({ ok: true, value: view }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <PolicyForm plan="p" view={view} actions={{ previewPolicy, savePolicy }} />
    </QueryClientProvider>,
  )
  return { previewPolicy, savePolicy, user: userEvent.setup() }
}

it('is switched on only after it was tried, and as it was tried', async () => {
  const { previewPolicy, savePolicy, user } = show()
  const trial = screen.getByRole('button', { name: 'Try it on the last requests' })
  expect(trial).toBeDisabled()
  await user.click(screen.getByRole('button', { name: 'Add an area' }))
  await user.type(screen.getByRole('textbox', { name: 'Area' }), 'Orders')
  await user.type(screen.getByRole('textbox', { name: 'Events called' }), 'Order *')
  await user.type(screen.getByRole('textbox', { name: 'With the label' }), 'team=shop')
  expect(screen.queryByRole('button', { name: 'Switch it on' })).toBeNull()
  await user.click(trial)
  const policy = {
    ...view.policy,
    ownerships: [
      { name: 'Orders', type: null, key: 'Order *', label: { name: 'team', value: 'shop' }, group: 'g' },
    ],
  }
  expect(previewPolicy).toHaveBeenCalledExactlyOnceWith({ plan: 'p', policy })
  const table = within(await screen.findByRole('table'))
  expect(table.getAllByRole('row')).toHaveLength(2)
  expect(table.getByText('#7 Rename a field')).toBeVisible()
  expect(screen.getByText(/held back 1 that had their approvals, let 0 go/)).toBeVisible()

  await user.click(screen.getByRole('checkbox', { name: 'Authors may approve their own edits' }))
  expect(screen.queryByRole('button', { name: 'Switch it on' })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Authors may approve their own edits' }))
  await user.click(trial)
  await user.click(await screen.findByRole('button', { name: 'Switch it on' }))
  expect(savePolicy).toHaveBeenCalledExactlyOnceWith({ plan: 'p', policy, revision: 3 })
})

it('takes windows and freezes', async () => {
  const { previewPolicy, user } = show()
  await user.click(screen.getByRole('button', { name: 'Add a window' }))
  await user.click(screen.getByRole('checkbox', { name: 'Fri' }))
  await user.click(screen.getByRole('checkbox', { name: 'Mon' }))
  const zone = screen.getByRole('textbox', { name: 'Time zone' })
  await user.clear(zone)
  await user.type(zone, 'Europe/Berlin')
  await user.click(screen.getByRole('button', { name: 'Add a freeze' }))
  fireEvent.change(screen.getByLabelText('Begins'), { target: { value: '2026-12-01T00:00' } })
  fireEvent.change(screen.getByLabelText('Ends'), { target: { value: '2026-12-02T00:00' } })
  await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Sale')
  await user.click(screen.getByRole('button', { name: 'Try it on the last requests' }))
  expect(previewPolicy).toHaveBeenCalledExactlyOnceWith({
    plan: 'p',
    policy: {
      ...view.policy,
      windows: [
        { days: ['tue', 'wed', 'thu', 'fri'], from: '09:00', to: '16:00', timeZone: 'Europe/Berlin' },
      ],
      freezes: [
        {
          from: new Date(2026, 11, 1).toISOString(),
          to: new Date(2026, 11, 2).toISOString(),
          reason: 'Sale',
        },
      ],
    },
  })
})
