import type { ProtocolSettings } from '@/domain/validation/protocol-settings'
import type { JudgingRules } from '@/server/ports/call-judge'
import type { Context } from '@/server/ports/context'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'

/** A source and what judges its calls: nothing where it follows no plan. */
export type KnownSource = {
  readonly source: Pick<Source, 'id' | 'workspaceId' | 'name'>
  readonly settings: ProtocolSettings
  readonly plan: { readonly id: string; readonly rules: JudgingRules } | null
}

/** One that Segment does not know (any more) may send; nothing judges it. */
export const readSource = async (
  ctx: Context,
  { sources, plans }: Stores,
  workspaceId: string,
  sourceId: string,
): Promise<KnownSource> => {
  const source = (await sources.ofWorkspace(workspaceId)).find(({ id }) => id === sourceId)
  const plan = source?.planId ? await plans.find(source.planId) : null
  return {
    source: { id: sourceId, name: source?.name ?? sourceId, workspaceId },
    // Kept as Segment gave it; the words that count are looked at one by one.
    settings: (source?.settings ?? {}) as ProtocolSettings,
    plan:
      plan === null || plan.headVersion === null
        ? null
        : { id: plan.id, rules: rulesAt(ctx, plan.id, plan.headVersion) },
  }
}

/** A version of a plan never changes. */
const rulesAt = (ctx: Context, planId: string, version: number): JudgingRules => ({
  key: `${planId}@${version}`,
  rules: () => ctx.transaction(({ rules }) => rules.ofVersion(planId, version)),
})
