import type { Context } from '@/server/ports/context'

/** The shared secret of an address here; null where the address is gone. */
export const secretOf = async (ctx: Context, endpointId: string): Promise<string | null> => {
  const endpoint = await ctx.transaction(({ endpoints }) => endpoints.find(endpointId))
  return endpoint && ctx.secrets.open(endpoint.secretSealed)
}
