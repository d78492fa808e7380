import type { LintSettingsView } from '@/contracts/lint-settings'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { lintSettingsView } from './lint-settings-view'

/** How severe a plan sees each finding of lint. */
export const readLintSettings = (ctx: Context, input: { readonly plan: string }): Promise<LintSettingsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-policy')
    return lintSettingsView(ctx, stores, await findPlan(stores, input.plan))
  })
