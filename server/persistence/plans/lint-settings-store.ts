import { z } from 'zod'
import { LintSettings } from '@/contracts/lint-settings'
import { usualLintSettings } from '@/domain/lint/lint-settings'
import { isLintRuleId } from '@/domain/lint/usual-severities'
import type { LintSettingsStore } from '@/server/ports/lint-settings-store'
import type { Client } from '../client'

export const lintSettingsStore = (client: Client): LintSettingsStore => ({
  find: async (planId) => {
    const row = await client.planLint.findUnique({ where: { planId } })
    return row === null
      ? { settings: usualLintSettings, revision: 0 }
      : { settings: LintSettings.parse(withoutUnknown(row.settings)), revision: row.revision }
  },
  save: async (planId, { settings, revision }) => {
    await client.$executeRaw`
      insert into plan_lint (plan_id, revision, settings)
      values (${planId}, ${revision}, ${JSON.stringify(settings)}::json)
      on conflict (plan_id) do update set revision = excluded.revision, settings = excluded.settings`
  },
})

/** A newer build may have known rules that this one does not; they must not keep the others from being read. */
const withoutUnknown = (settings: unknown): unknown => {
  const { severities, ...rest } = Stored.parse(settings)
  return {
    ...rest,
    severities: Object.fromEntries(Object.entries(severities).filter(([id]) => isLintRuleId(id))),
  }
}

const Stored = z.looseObject({ severities: z.record(z.string(), z.unknown()) })
