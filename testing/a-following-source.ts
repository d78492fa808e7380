import type { Rule } from '@/domain/plan/rule'
import type { Context } from '@/server/ports/context'
import { aPlan } from './a-plan'

/** A source that follows a new plan with these rules. */
export const aFollowingSource = async (
  ctx: Context,
  rules: readonly Rule[],
  settings: Record<string, unknown> | null = null,
): Promise<{ readonly workspaceId: string; readonly planId: string; readonly sourceId: string }> => {
  const { workspaceId, planId } = await aPlan(ctx)
  const sourceId = `source_${ctx.newId()}`
  await ctx.transaction(async (stores) => {
    await stores.rules.writeVersion(planId, {
      version: 1,
      at: ctx.now(),
      by: 'Test',
      note: '',
      changeRequest: null,
      steps: rules.map((one) => ({ kind: 'add', rule: one }) as const),
    })
    await stores.sources.replace(workspaceId, [
      {
        id: sourceId,
        workspaceId,
        planId,
        name: 'Web shop',
        slug: 'web',
        kind: 'Javascript',
        platform: 'web',
        destinations: [],
        enabled: true,
        settings,
        seenAt: ctx.now(),
      },
    ])
  })
  return { workspaceId, planId, sourceId }
}
