import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { LintSettingsView } from '@/contracts/lint-settings'
import { makeQueryClient } from '../data/query-client'
import { LintForm, type SaveLintSettingsAction } from './lint-form'

const view: LintSettingsView = {
  settings: { severities: { 'event-casing': 'error' }, errorsBlock: false },
  revision: 2,
  rules: [
    { id: 'event-casing', title: 'Casing of events', why: 'Two ways to write.', usual: 'warning' },
    { id: 'missing-owner', title: 'Nobody owns it', why: 'Nobody to ask.', usual: 'info' },
  ],
  can: { change: true },
}

const show = (shown: LintSettingsView = view) => {
  const save = vi.fn<SaveLintSettingsAction>(async () => ({ ok: true, value: view }))
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <LintForm plan="p" view={shown} saveLintSettings={save} />
    </QueryClientProvider>,
  )
  return { save, user: userEvent.setup() }
}

const choose = async (user: ReturnType<typeof userEvent.setup>, rule: string, level: string) => {
  await user.click(screen.getByRole('combobox', { name: `Severity of ${rule}` }))
  await user.click(await screen.findByRole('option', { name: new RegExp(level) }))
}

test('only what differs from the usual is saved', async () => {
  const { save, user } = show()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await choose(user, 'event-casing', 'Warning')
  await choose(user, 'missing-owner', 'Off')
  await user.click(screen.getByRole('checkbox', { name: /keeps it from being published/ }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(save).toHaveBeenCalledExactlyOnceWith({
    plan: 'p',
    settings: { severities: { 'missing-owner': 'off' }, errorsBlock: true },
    revision: 2,
  })
})

test('whoever may not change it reads it', () => {
  show({ ...view, can: { change: false } })
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByText('Error')).toBeVisible()
  expect(screen.getByRole('checkbox')).toHaveAttribute('aria-disabled', 'true')
})
