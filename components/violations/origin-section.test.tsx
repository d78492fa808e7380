import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { OriginView } from '@/contracts/violation'
import { OriginSection } from './origin-section'

const shown = (origin: OriginView) => {
  const violation = { origin, plan: { id: 'p1' }, owners: [] }
  return render(<OriginSection violation={violation} />).container
}
const quiet = { since: '2026-01-01T08:00:00.000Z', events: 12_300 }
const release = { sourceId: 'web', sourceName: 'Web', appVersion: '4.2.0', at: '2026-01-05T08:00:00.000Z' }

test('what reports alone tell of changed code is said with what it rests on, and what it does not tell', () => {
  const page = shown({ kind: 'sender-changed', quiet, release: null, planUnchangedSince: null })
  expect(screen.getByText('Code changed under the same plan')).toBeVisible()
  expect(page).toHaveTextContent('Segment counted 12,300 calls of this event since')
  expect(page).toHaveTextContent('Which release began it, the reports do not tell.')
  expect(page).toHaveTextContent('The plan never changed here.')
})

test('a release that came up about then is named', () => {
  const page = shown({ kind: 'sender-changed', quiet, release, planUnchangedSince: quiet.since })
  expect(page).toHaveTextContent('It is reported of Web 4.2.0, which came up about then')
  expect(page).toHaveTextContent('The plan last changed here')
})
