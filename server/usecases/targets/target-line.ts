import type { TargetLine } from '@/contracts/target'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { isAllowed } from '../authorize'
import { stagesAround, stagesOfLine } from './target-lines'

/** The line of stages that a plan stands in, and what whoever asks may do with it. */
export const targetLine = async (ctx: Context, stores: Stores, { id }: Plan): Promise<TargetLine> => ({
  data: await stagesOfLine(stores, await stagesAround(ctx, stores), id),
  nextCursor: null,
  can: { manage: isAllowed(ctx.actor, 'manage-targets'), promote: isAllowed(ctx.actor, 'propose') },
})
