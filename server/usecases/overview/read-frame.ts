import type { FrameView } from '@/contracts/overview'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import { fail } from '../fail'
import { waitingForMe } from './waiting-for-me'

/** What the frame around every screen shows: who I am, what there is to choose from, and what waits. */
export const readFrame = (ctx: Context): Promise<FrameView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const me = (await stores.people.find(personOf(ctx.actor))) ?? fail({ code: 'not-signed-in' })
    const workspaces = await stores.workspaces.list()
    const plans = await stores.plans.list()
    const drifted = await stores.plans.driftCounts(ctx.now())
    return {
      me: { id: me.id, name: me.name, email: me.email, role: me.role, demo: me.demo },
      workspaces: workspaces.map(({ id, name, demo }) => ({ id, name, demo })),
      plans: plans.map(({ id, name, segmentId, workspaceId, headVersion }) => ({
        id,
        name,
        segmentId,
        workspaceId,
        headVersion,
      })),
      waitingForMe: (await waitingForMe(ctx, stores)).length,
      openViolations: await stores.violations.countOpen(),
      drifted: Object.values(drifted).filter(({ open }) => open > 0).length,
    }
  })
