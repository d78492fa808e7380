import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { makeQueryClient } from '../data/query-client'
import type { DriftActions } from './drift-actions'
import { DriftWords } from './drift-words'
import type { DriftedRule } from './take'

const rule = { type: 'TRACK', key: 'Cart Viewed', version: 1 } as const
const drifted: DriftedRule = {
  rule,
  kind: 'changed',
  managed: true,
  live: {},
  seen: {},
  head: {},
  changes: [],
  ignored: null,
  openChangeRequests: [],
}

const show = (shown: Partial<DriftedRule> = {}) => {
  const resolveDrift = vi.fn<DriftActions['resolveDrift']>(async () => ({ ok: true, value: {} }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <DriftWords plan="p" drifted={{ ...drifted, ...shown }} resolveDrift={resolveDrift} />
    </QueryClientProvider>,
  )
  return { resolveDrift, user: userEvent.setup() }
}
const chosen = async (user: ReturnType<typeof userEvent.setup>, item: RegExp) => {
  await user.click(screen.getByRole('button', { name: 'More for Cart Viewed' }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

test('drift is ignored for as long as is said, and only with a reason', async () => {
  const { resolveDrift, user } = show()
  await chosen(user, /Ignore it/)
  expect(await screen.findByRole('button', { name: 'Ignore it' })).toBeDisabled()
  await user.click(screen.getByRole('combobox', { name: 'For' }))
  await user.click(await screen.findByRole('option', { name: 'a week' }))
  await user.type(screen.getByRole('textbox', { name: 'Why' }), 'A trial')
  const before = Date.now()
  await user.click(screen.getByRole('button', { name: 'Ignore it' }))
  const [asked] = resolveDrift.mock.lastCall ?? []
  expect(asked?.choices).toMatchObject([{ rule, take: 'ignore', reason: 'A trial' }])
  const until = asked?.choices[0]?.take === 'ignore' ? Date.parse(asked.choices[0].until) : 0
  expect(Math.round((until - before) / 86_400_000)).toBe(7)
})

test('only what both sides have can be the same', async () => {
  const { resolveDrift, user } = show()
  await chosen(user, /writes it otherwise/)
  await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'Its spelling')
  await user.click(screen.getByRole('button', { name: 'It is the same' }))
  expect(resolveDrift.mock.lastCall?.[0].choices).toEqual([{ rule, take: 'same', reason: 'Its spelling' }])
})

test('a rule that Segment no longer has is no other way of writing it', async () => {
  const { user } = show({ kind: 'removed-in-segment' })
  await user.click(screen.getByRole('button', { name: 'More for Cart Viewed' }))
  await screen.findByRole('menuitem', { name: /Ignore it/ })
  expect(screen.queryByRole('menuitem', { name: /writes it otherwise/ })).toBeNull()
})

test('what is ignored is looked at again', async () => {
  const { resolveDrift, user } = show({
    ignored: { until: '2030-01-01T00:00:00.000Z', reason: 'R', by: 'Sue' },
  })
  await user.click(screen.getByRole('button', { name: /Look at it again/ }))
  expect(resolveDrift).toHaveBeenCalledExactlyOnceWith({ plan: 'p', choices: [{ rule, take: 'watch' }] })
})
