import type { Listing } from '@/contracts/listing'
import type { LiveSource } from '@/contracts/live'
import { writeKeyEnding } from '@/domain/traffic/write-key-ending'
import type { Context } from '@/server/ports/context'
import { authorize, isAllowed } from '../authorize'

/** Sources whose libraries may send here, the one that sent last first. */
export const listLiveSources = (ctx: Context): Promise<Listing<LiveSource>> =>
  ctx.transaction(async ({ endpoints, sources, plans, workspaces }) => {
    authorize(ctx.actor, 'read-sources')
    const showsKeys = isAllowed(ctx.actor, 'manage-endpoints')
    const known = new Map(
      (await sources.all()).map((source) => [JSON.stringify([source.workspaceId, source.id]), source]),
    )
    const planNames = new Map((await plans.list()).map(({ id, name }) => [id, name]))
    const names = new Map((await workspaces.list()).map(({ id, name }) => [id, name]))
    const data = (await endpoints.list()).flatMap(
      ({ id, workspaceId, sourceId, writeKey, lastDeliveryAt }): LiveSource[] => {
        if (writeKey === null || sourceId === null) return []
        const source = known.get(JSON.stringify([workspaceId, sourceId]))
        const planId = source?.planId ?? null
        const key = ctx.secrets.tryOpen(writeKey.sealed)
        return [
          {
            id,
            source: { id: sourceId, name: source?.name ?? sourceId },
            workspace: { id: workspaceId, name: names.get(workspaceId) ?? '' },
            plan: planId === null ? null : { id: planId, name: planNames.get(planId) ?? '' },
            writeKey: showsKeys ? key : null,
            keyEnding: key === null ? null : writeKeyEnding(key),
            lastCallAt: lastDeliveryAt,
          },
        ]
      },
    )
    data.sort((a, b) => ((a.lastCallAt ?? '') > (b.lastCallAt ?? '') ? -1 : 1))
    return { data, nextCursor: null }
  })
