import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { TargetLine, TargetView } from '@/contracts/target'
import { makeQueryClient } from '../data/query-client'
import { StageList } from './stage-list'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, prefetch: () => {} }) }))

const stage = (id: string, over: Partial<TargetView>): TargetView => ({
  plan: { id, name: `Plan ${id}`, segmentId: `tp_${id}` },
  workspace: { id: 'w', name: 'Acme' },
  stage: null,
  follows: null,
  depth: 0,
  headVersion: 5,
  liveVersion: 5,
  drift: null,
  promoted: null,
  behind: null,
  waiting: null,
  ...over,
})

const promoted = { version: 3, at: '2026-01-05T09:00:00.000Z' }

const line: TargetLine = {
  data: [
    stage('dev', { stage: 'Development', drift: { rules: 2, seenAt: promoted.at } }),
    stage('staging', { stage: 'Staging', follows: 'dev', depth: 1, promoted, behind: 2, liveVersion: 4 }),
    stage('live', {
      stage: 'Production',
      follows: 'staging',
      depth: 2,
      behind: 4,
      waiting: { number: 12, version: 4, status: 'in-review' },
    }),
    stage('new', { stage: 'New', follows: 'dev', depth: 1, headVersion: null, liveVersion: null, behind: 5 }),
  ],
  nextCursor: null,
  can: { manage: false, promote: true },
}

const show = (shown: TargetLine) =>
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <StageList plan="staging" line={shown} promote={async () => new Promise(() => {})} />
    </QueryClientProvider>,
  )

it('says of each stage what is live, what it got, and how far behind it is', () => {
  show(line)
  const [dev, staging, live, fresh] = screen.getAllByRole('listitem')
  expect(dev).toHaveTextContent('version 5 is live')
  expect(screen.getByRole('link', { name: 'drift in 2 rules' })).toHaveAttribute('href', '/plans/dev/drift')
  expect(staging).toHaveTextContent('version 4 is live, head is 5')
  expect(staging).toHaveTextContent('has version 3 of Development, 2 versions behind')
  expect(live).toHaveTextContent('nothing of Staging is promoted yet')
  expect(live).toHaveTextContent('#12 promotes version 4')
  expect(fresh).toHaveTextContent('being read from Segment')
})

it('promotes to what follows and has been read, by whoever may', () => {
  show(line)
  const names = () => screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'))
  expect(names()).toEqual(['Promote to Staging', 'Promote to Production'])
})

it('offers nothing to those who may not', () => {
  show({ ...line, can: { manage: false, promote: false } })
  expect(screen.queryAllByRole('button')).toEqual([])
})
