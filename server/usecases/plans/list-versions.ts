import type { Listing } from '@/contracts/listing'
import type { VersionView } from '@/contracts/plan'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { heldByStages } from '../targets/held-by-stages'
import { findPlan } from './find-plan'

type ListVersions = { readonly plan: string; readonly limit: number; readonly cursor?: string }

/**
 * Newest first. `liveOn` names the workspace whose plan is known to hold the version, and the stages that follow it
 * into which it was promoted and nothing else since.
 */
export const listVersions = (
  ctx: Context,
  { plan: id, limit, cursor }: ListVersions,
): Promise<Listing<VersionView>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, id)
    const before = cursor === undefined ? undefined : versionOfCursor(cursor)
    const versions = await stores.plans.versions(plan.id, { limit, before })
    const workspace = await stores.workspaces.find(plan.workspaceId)
    const stages = await heldByStages(stores, plan)
    const data = versions.map((version) => ({
      ...version,
      liveOn: [
        ...(workspace && version.version === plan.liveVersion ? [workspace.name] : []),
        ...stages.filter((held) => held.version === version.version).map(({ stage }) => stage),
      ],
    }))
    const last = data.at(-1)
    return {
      data,
      nextCursor: last && last.version > 1 && data.length === limit ? String(last.version) : null,
    }
  })

const versionOfCursor = (cursor: string): number =>
  /^[1-9]\d{0,8}$/.test(cursor)
    ? Number(cursor)
    : fail({ code: 'malformed', detail: 'The cursor is none that this list gave out.' })
