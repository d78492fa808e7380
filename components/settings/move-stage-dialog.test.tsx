import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { FrameView } from '@/contracts/overview'
import type { TargetLine, TargetView } from '@/contracts/target'
import { frameQuery } from '../data/frame-query'
import { makeQueryClient } from '../data/query-client'
import { MoveStageDialog } from './move-stage-dialog'
import type { TargetActions } from './target-actions'

const stage = (id: string, follows: string | null, depth: number): TargetView => ({
  plan: { id, name: `Plan ${id}`, segmentId: `tp_${id}` },
  workspace: { id: 'w', name: 'Acme' },
  stage: depth === 0 ? null : `Stage ${id}`,
  follows,
  depth,
  headVersion: 1,
  liveVersion: 1,
  drift: null,
  promoted: null,
  behind: null,
  waiting: null,
})
const moved = stage('b', 'a', 1)
const line: TargetLine = {
  data: [stage('a', null, 0), moved, stage('c', 'b', 2), stage('d', 'a', 1)],
  nextCursor: null,
  can: { manage: true, promote: true },
}
const plan = (id: string): FrameView['plans'][number] => ({
  id,
  name: `Plan ${id}`,
  segmentId: `tp_${id}`,
  workspaceId: 'w',
  headVersion: 1,
})

it('offers every plan but the one that it follows, itself, and what follows it', async () => {
  const user = userEvent.setup()
  const queries = makeQueryClient()
  queries.setQueryData(frameQuery().queryKey, {
    me: { id: 'u', name: 'Ada', email: 'ada@example.test', role: 'admin', demo: false },
    workspaces: [{ id: 'w', name: 'Acme', demo: false }],
    plans: ['a', 'b', 'c', 'd', 'other'].map(plan),
    waitingForMe: 0,
    openViolations: 0,
    drifted: 0,
  })
  const changeTarget = vi.fn<TargetActions['changeTarget']>(async () => ({ ok: true, value: line }))
  const onOpenChange = vi.fn()
  render(
    <QueryClientProvider client={queries}>
      <MoveStageDialog
        line={line}
        target={moved}
        changeTarget={changeTarget}
        open
        onOpenChange={onOpenChange}
      />
    </QueryClientProvider>,
  )
  expect(screen.getByText(/Which version of Plan a was promoted last is forgotten/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Move the stage' })).toBeDisabled()
  await user.click(screen.getByRole('combobox', { name: 'Follows' }))
  const offered = await screen.findAllByRole('option')
  expect(offered.map((option) => option.textContent)).toEqual([
    expect.stringContaining('Plan d'),
    expect.stringContaining('Plan other'),
  ])
  await user.click(screen.getByRole('option', { name: /Plan other/ }))
  await user.click(screen.getByRole('button', { name: 'Move the stage' }))
  expect(changeTarget).toHaveBeenCalledExactlyOnceWith({ plan: 'b', id: 'b', follows: 'other' })
  await vi.waitFor(() => expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false))
})
