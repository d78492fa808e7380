import type { Context } from '@/server/ports/context'
import type { SegmentPlan } from '@/server/ports/segment-gateway'
import type { Stores } from '@/server/ports/stores'

/** Makes the plans of a workspace known, or takes over their new names. Gives our id for each of Segment's. */
export const keepPlans = async (
  ctx: Context,
  { plans }: Stores,
  workspaceId: string,
  found: readonly SegmentPlan[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (const { id, resourceSchemaId, name, description } of found)
    ids.set(
      id,
      await plans.upsert({
        workspaceId,
        segmentId: id,
        resourceSchemaId,
        name,
        description,
        newId: ctx.newId(),
      }),
    )
  return ids
}
