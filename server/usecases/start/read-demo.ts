import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { demoSubject } from './demo-subject'

export type Demo = {
  readonly workspaceId: string | null
  /** Somebody took it away: it does not come back by itself. */
  readonly isRemoved: boolean
  /** A fresh installation: nothing is connected. */
  readonly isPossible: boolean
}

/** What there is of the demo. */
export const readDemo = async (ctx: Context): Promise<Demo> => {
  authorize(ctx.actor, 'connect-workspace')
  return ctx.transaction(async ({ audit, workspaces }) => {
    const all = await workspaces.list()
    const isRemoved = (await audit.ofSubject(demoSubject)).some(({ action }) => action === 'demo-removed')
    return {
      workspaceId: all.find(({ demo }) => demo)?.id ?? null,
      isRemoved,
      isPossible: !isRemoved && all.length === 0,
    }
  })
}
