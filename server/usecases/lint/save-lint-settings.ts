import type { LintSettingsView, SaveLintSettings } from '@/contracts/lint-settings'
import { jsonEqual } from '@/domain/plan/json-equal'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { lockPlan } from '../change-requests/load-change-request'
import { lockOpenRequests } from '../change-requests/resettle'
import { askForChecks } from '../checks/ask-for-checks'
import { fail } from '../fail'
import { planSubject } from '../workspaces/subjects'
import { lintSettingsView } from './lint-settings-view'

/**
 * Replaces how severe a plan sees what lint finds, and has its open requests checked anew. `stale` when somebody else
 * has changed it since it was read.
 */
export const saveLintSettings = (
  ctx: Context,
  { plan: planName, settings, revision }: { readonly plan: string } & SaveLintSettings,
): Promise<LintSettingsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'change-lint')
    const plan = await lockPlan(stores, planName)
    const former = await stores.lintSettings.find(plan.id)
    if (former.revision !== revision)
      fail({
        code: 'stale',
        detail: 'Somebody else changed the severities since you looked.',
        current: await lintSettingsView(ctx, stores, plan),
      })
    if (jsonEqual(former.settings, settings)) return lintSettingsView(ctx, stores, plan)

    const open = await lockOpenRequests(stores, plan)
    await stores.lintSettings.save(plan.id, { settings, revision: revision + 1 })
    for (const { request, edits } of open) {
      if (edits.length === 0) continue
      const judgedEdits = await stores.checks.judgedEdits(request.id)
      await stores.checks.keep(request.id, { judgedEdits, checks: [] })
      await askForChecks(ctx, stores, request, edits)
    }
    await stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'lint-settings-changed',
      subject: planSubject(plan.id),
      details: { before: former.settings, after: settings },
    })
    return lintSettingsView(ctx, stores, plan)
  })
