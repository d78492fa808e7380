import { LintSettings } from '@/contracts/lint-settings'
import { usualLintSettings } from '@/domain/lint/lint-settings'
import type { LintSettingsStore } from '@/server/ports/lint-settings-store'
import type { Client } from '../client'

export const lintSettingsStore = (client: Client): LintSettingsStore => ({
  find: async (planId) => {
    const row = await client.planLint.findUnique({ where: { planId } })
    return row === null
      ? { settings: usualLintSettings, revision: 0 }
      : { settings: LintSettings.parse(row.settings), revision: row.revision }
  },
  save: async (planId, { settings, revision }) => {
    await client.$executeRaw`
      insert into plan_lint (plan_id, revision, settings)
      values (${planId}, ${revision}, ${JSON.stringify(settings)}::json)
      on conflict (plan_id) do update set revision = excluded.revision, settings = excluded.settings`
  },
})
