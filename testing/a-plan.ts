import type { Context } from '@/server/ports/context'

/** A workspace with one plan and nothing in it; both ids come back. */
export const aPlan = (
  { transaction, newId, now }: Context,
  { name = 'Storefront', segmentId = `tp_${newId()}` } = {},
): Promise<{ readonly workspaceId: string; readonly planId: string }> =>
  transaction(async ({ workspaces, plans }) => {
    const workspaceId = newId()
    await workspaces.add({
      id: workspaceId,
      segmentId: `ws_${workspaceId}`,
      name: 'Acme Commerce',
      slug: 'acme-commerce',
      region: 'us',
      apiUrl: 'http://127.0.0.1:1',
      tokenSealed: 'sealed',
      demo: false,
      problem: null,
      connectedAt: now(),
    })
    const planId = await plans.upsert({
      workspaceId,
      segmentId,
      resourceSchemaId: `rs_${workspaceId}`,
      name,
      description: null,
      newId: newId(),
    })
    return { workspaceId, planId }
  })
