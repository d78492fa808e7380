import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { CheckView } from '@/contracts/change-request'
import type { ReviewedCheck } from '@/contracts/review-view'
import { aGroup, anEdit, aRequest } from './a-request.cases'
import { ChecksTab } from './checks-tab'
import type { RequestWork } from './use-request-work'
import { VerdictCounts } from './verdict-counts'

const rule = { type: 'TRACK' as const, key: 'Order Completed', version: 1 }
const shown = (checks: readonly (CheckView & Partial<ReviewedCheck>)[], can = {}) => {
  const rerun = vi.fn()
  // The tab asks of a request's work only that its checks be made again.
  const work = { rerunChecks: { error: null, isPending: false, mutate: rerun } } as unknown as RequestWork
  render(
    <ChecksTab
      place={{ plan: 'p1', number: 7 }}
      view={aRequest({
        checks: checks.map((check) => ({ more: { others: 0, known: 0 }, ...check })),
        can: { edit: true, ...can },
      })}
      work={work}
    />,
  )
  return { rerun }
}

test('lint tells what the request brings in from what was there before it, and leads to the rule', () => {
  const finding = { id: 'any-type', severity: 'warning' as const, rule, message: 'may hold anything' }
  shown([
    {
      name: 'lint',
      status: 'completed',
      conclusion: 'warn',
      reason: '1 new with this request, 1 in the rules it touches before it',
      findings: [
        { ...finding, isNew: true, pointer: '/properties/note' },
        { ...finding, isNew: false, pointer: '/properties/total' },
      ],
    },
  ])
  const added = within(screen.getByRole('list', { name: 'New with this request' }))
  expect(added.getByRole('listitem')).toHaveTextContent(
    'warning: Order Completed may hold anythingany-type /properties/note',
  )
  expect(added.getByRole('link', { name: 'Order Completed' })).toHaveAttribute(
    'href',
    '/plans/p1/rules/TRACK?key=Order+Completed&version=1&propose=7',
  )
  expect(screen.getByRole('list', { name: 'There before this request' })).toHaveTextContent('total')
})

test('what is not told one by one is counted', () => {
  const finding = { rule, message: 'may hold anything' }
  shown([
    {
      name: 'lint',
      status: 'completed',
      conclusion: 'warn',
      findings: [finding],
      more: { others: 3, known: 0 },
    },
  ])
  expect(screen.getByRole('list', { name: 'Findings' })).toHaveTextContent('and 3 more')
  expect(screen.queryByRole('list', { name: 'There before this request' })).not.toBeInTheDocument()
})

test('a check that is under way says so', () => {
  shown([{ name: 'compatibility', status: 'running', findings: [] }])
  expect(screen.getByRole('status')).toHaveTextContent('running')
})

test('a check that could not run says why, and can be made again by whoever may edit', async () => {
  const failed = { name: 'lint', status: 'failed', reason: 'It came to no end.', findings: [] } as const
  const { rerun } = shown([{ ...failed, findings: [] }])
  expect(screen.getByText('It came to no end.')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
  expect(rerun).toHaveBeenCalledOnce()
})

test('whoever may not edit is not offered to check again', () => {
  shown([{ name: 'lint', status: 'failed', reason: 'It came to no end.', findings: [] }], { edit: false })
  expect(screen.queryByRole('button')).not.toBeInTheDocument()
})

test('changes are counted by the worse of their two verdicts, those not compared yet apart', () => {
  const change = {
    kind: 'type-changed',
    rule,
    senders: 'safe' as const,
    readers: 'safe' as const,
    sentence: 's',
    why: { senders: '', readers: '' },
  }
  render(
    <VerdictCounts
      groups={[
        aGroup(
          [anEdit('A')],
          [
            { ...change, readers: 'breaking' },
            { ...change, senders: 'unknown' },
          ],
        ),
        aGroup([anEdit('B'), anEdit('C')], [change]),
        aGroup([anEdit('D')], [{ ...change, pending: true }]),
      ]}
    />,
  )
  expect(screen.getByRole('list', { name: 'Verdicts' })).toHaveTextContent(
    '1 breaking1 unknown2 safecomparing 1 change',
  )
})
