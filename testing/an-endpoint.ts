import type { Context } from '@/server/ports/context'
import { aPlan } from './a-plan'

/** A plan, and an address that takes its violations. */
export const anEndpoint = async (
  ctx: Context,
): Promise<{
  readonly id: string
  readonly secret: string
  readonly planId: string
  readonly trackingPlan: string
}> => {
  const { planId, workspaceId } = await aPlan(ctx)
  const [id, personId, secret] = [ctx.newId(), ctx.newId(), ctx.secrets.newToken()]
  await ctx.transaction(async ({ endpoints, people }) => {
    await people.add({
      id: personId,
      name: 'Ada',
      email: `${personId}@example.com`,
      role: 'admin',
      demo: false,
    })
    await endpoints.add({
      id,
      workspaceId,
      kind: 'violations',
      sourceId: null,
      secretSealed: ctx.secrets.seal(secret),
      writeKey: null,
      createdBy: personId,
      createdAt: ctx.now(),
      deliveries: 0,
      lastDeliveryAt: null,
    })
  })
  return { id, secret, planId, trackingPlan: `rs_${workspaceId}` }
}
