import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FrameView } from '@/contracts/overview'
import { PlanSwitcher } from './plan-switcher'
import { useCurrentPlan } from './use-current-plan'

const at = vi.hoisted(() => ({ pathname: '/', params: {} as { plan?: string } }))
vi.mock('next/navigation', () => ({
  usePathname: () => at.pathname,
  useParams: () => at.params,
  useRouter: () => ({ push: () => {}, prefetch: () => {} }),
}))

beforeEach(() => localStorage.clear())
afterEach(() => {
  at.pathname = '/'
  at.params = {}
})

const plan = (id: string): FrameView['plans'][number] => ({
  id,
  name: `Plan ${id}`,
  segmentId: `tp_${id}`,
  workspaceId: 'w',
  headVersion: 1,
})
const frame: FrameView = {
  me: { id: 'u', name: 'Ada', email: 'ada@example.test', role: 'admin', demo: false },
  workspaces: [{ id: 'w', name: 'Acme', demo: false }],
  plans: ['a', 'b', 'c'].map(plan),
  waitingForMe: 0,
  openViolations: 0,
  drifted: 0,
}

const Switcher = () => <PlanSwitcher frame={frame} plan={useCurrentPlan(frame.plans)} />

const show = (pathname: string, search = '', params: { plan?: string } = {}) => {
  at.pathname = pathname
  at.params = params
  return render(
    <NuqsTestingAdapter searchParams={search}>
      <Switcher />
    </NuqsTestingAdapter>,
  )
}
const shown = () => screen.getByRole('button').getAttribute('aria-label')

it('shows the plan of the address, and where there is none the one looked at last', () => {
  const { unmount } = show('/plans/b/catalog', '', { plan: 'b' })
  expect(shown()).toBe('Plan: Plan b. Choose another')
  unmount()
  show('/violations')
  expect(shown()).toBe('Plan: Plan b. Choose another')
})

it.each([
  ['the one in the address', '?plan=c', 'Plan c'],
  ['the one in the address, by Segment’s id', '?plan=tp_c', 'Plan c'],
  ['the first where the address names none', '', 'Plan a'],
  ['the first where the address names none that is here', '?plan=gone', 'Plan a'],
])('shows the plan that a page of settings is of: %s', (_name, search, name) => {
  localStorage.setItem('plumbline.plan', 'b')
  for (const section of ['targets', 'policies', 'lint', 'traffic']) {
    const { unmount } = show(`/settings/${section}`, search)
    expect(shown()).toBe(`Plan: ${name}. Choose another`)
    unmount()
  }
})

it('leaves settings that are of no plan to the one looked at last', () => {
  localStorage.setItem('plumbline.plan', 'b')
  show('/settings/members', '?plan=c')
  expect(shown()).toBe('Plan: Plan b. Choose another')
})

it('leads to the same page of settings of another plan', async () => {
  show('/settings/policies', '?plan=c')
  await userEvent.click(screen.getByRole('button'))
  const link = within(await screen.findByRole('menu')).getByRole('menuitem', { name: /Plan b/ })
  expect(link).toHaveAttribute('href', '/settings/policies?plan=b')
})
