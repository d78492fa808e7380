import type { LintSettingsView } from '@/contracts/lint-settings'
import { lintRules } from '@/domain/lint/lint-rules'
import { usualSeverities } from '@/domain/lint/usual-severities'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'

export const lintSettingsView = async (
  ctx: Context,
  stores: Stores,
  plan: Plan,
): Promise<LintSettingsView> => ({
  ...(await stores.lintSettings.find(plan.id)),
  rules: lintRules.map(({ id, title, why }) => ({ id, title, why, usual: usualSeverities[id] })),
  can: { change: isAllowed(ctx.actor, 'change-lint') },
})
