import type { Occurrence } from '@/domain/violations/occurrence'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'

/**
 * Finds the plan that an occurrence belongs to, null where no plan of the workspace does. It is named by Segment's
 * `rs_…` id, which Segment sometimes leaves out; a source has at most one plan, so the source tells as well. What was
 * looked up is kept for as long as the transaction.
 */
export const planFinder = (stores: Stores) => {
  const known = new Map<string, Plan | null>()
  return async (workspaceId: string, { plan, source }: Occurrence): Promise<Plan | null> => {
    const { resourceSchemaId } = plan
    // With the lengths first, no two read alike.
    const address = `${workspaceId.length} ${resourceSchemaId?.length} ${workspaceId}${resourceSchemaId}${source.id}`
    const seen = known.get(address)
    if (seen !== undefined) return seen
    const found =
      (resourceSchemaId === null ? null : await stores.plans.named(workspaceId, resourceSchemaId)) ??
      (await bySource(stores, workspaceId, source.id))
    known.set(address, found)
    return found
  }
}

const bySource = async (stores: Stores, workspaceId: string, sourceId: string): Promise<Plan | null> => {
  const source = (await stores.sources.ofWorkspace(workspaceId)).find(({ id }) => id === sourceId)
  return source?.planId ? stores.plans.find(source.planId) : null
}
