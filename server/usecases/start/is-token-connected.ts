import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'

/** Whether some workspace is connected with exactly this Segment token, so that nothing has to be asked of Segment. */
export const isTokenConnected = async (
  ctx: Context,
  { token }: { readonly token: string },
): Promise<boolean> => {
  authorize(ctx.actor, 'connect-workspace')
  const workspaces = await ctx.transaction((stores) => stores.workspaces.list())
  return workspaces.some(({ tokenSealed }) => ctx.secrets.tryOpen(tokenSealed) === token)
}
