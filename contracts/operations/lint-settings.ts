import { LintSettingsView, SaveLintSettings } from '../lint-settings'
import { operation } from '../operation'

export const lintSettingsOperations = {
  readLintSettings: operation({
    method: 'GET',
    path: '/plans/{plan}/lint-settings',
    summary: 'How severe a plan sees each finding of lint, and every rule with its usual severity',
    needs: 'read-policy',
    answer: LintSettingsView,
    status: 200,
  }),
  saveLintSettings: operation({
    method: 'PUT',
    path: '/plans/{plan}/lint-settings',
    summary: 'Replace the severities, naming the revision that was read; open requests are checked anew',
    needs: 'change-lint',
    body: SaveLintSettings,
    answer: LintSettingsView,
    status: 200,
  }),
} as const
