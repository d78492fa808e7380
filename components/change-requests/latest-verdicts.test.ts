import { expect, it } from 'vitest'
import type { ApprovalView } from '@/contracts/change-request'
import { latestVerdicts } from './latest-verdicts'

const review = (by: string, hour: number, verdict: ApprovalView['verdict']): ApprovalView => ({
  by,
  at: `2026-01-01T${String(hour).padStart(2, '0')}:00:00.000Z`,
  verdict,
  body: '',
  stale: false,
  counts: true,
  covers: [],
})

it('shows each person once, with the verdict they gave last', () => {
  const reviews = [
    { ...review('Sue', 1, 'request-changes'), stale: true },
    review('Sam', 2, 'approve'),
    review('Sue', 3, 'approve'),
  ]
  expect(latestVerdicts(reviews).map(({ by, verdict }) => [by, verdict])).toEqual([
    ['Sue', 'approve'],
    ['Sam', 'approve'],
  ])
})

it('keeps a verdict when only a comment follows it', () => {
  const reviews = [review('Sue', 1, 'request-changes'), review('Sue', 2, 'comment')]
  expect(latestVerdicts(reviews).map(({ verdict }) => verdict)).toEqual(['request-changes'])
})

it('shows a comment where there was no verdict', () => {
  expect(latestVerdicts([review('Sue', 1, 'comment')]).map(({ verdict }) => verdict)).toEqual(['comment'])
})

it('counts what approvals of one person cover together, and lets a request for changes go before them', () => {
  const covers = (...keys: string[]) => ({
    covers: keys.map((key) => ({ type: 'TRACK' as const, key, version: 1 })),
  })
  const [first, second] = [
    { ...review('Sue', 1, 'approve'), ...covers('A', 'B') },
    { ...review('Sue', 2, 'approve'), ...covers('B', 'C') },
  ]
  expect(latestVerdicts([first, second]).map(({ verdict, rules }) => [verdict, rules])).toEqual([
    ['approve', 3],
  ])
  const asked = { ...review('Sue', 1, 'request-changes'), ...covers('D') }
  expect(latestVerdicts([asked, second]).map(({ verdict, rules }) => [verdict, rules])).toEqual([
    ['request-changes', 2],
  ])
})
