import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { SegmentGateway } from '@/server/ports/segment-gateway'
import type { Stores } from '@/server/ports/stores'
import type { Workspace } from '@/server/ports/workspace-store'
import { segmentOf } from '../workspaces/segment-of'

/** The tracking plan in Segment that a plan is published to. */
export type SegmentTarget = {
  readonly gateway: SegmentGateway
  readonly workspace: Workspace
  readonly planId: string
  readonly segmentId: string
}

/** Calls through the gateway belong outside of any transaction. */
export const segmentTarget = async (ctx: Context, stores: Stores, plan: Plan): Promise<SegmentTarget> => {
  const workspace = await stores.workspaces.find(plan.workspaceId)
  if (workspace === null) throw new Error(`Plan ${plan.id} belongs to no workspace.`)
  return { gateway: segmentOf(ctx, workspace), workspace, planId: plan.id, segmentId: plan.segmentId }
}

/** At most one job writes to a plan in Segment at a time. */
export const writerKey = (planId: string): string => `segment-write:${planId}`
