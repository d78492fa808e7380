import type { RouteStepName } from '@/domain/sources/route-guide'
import type { Context } from '@/server/ports/context'
import type { RouteAddress } from '@/server/ports/job-store'
import type { MadeThing, RouteStep, SourceRoute } from '@/server/ports/route-store'
import type { SegmentGateway } from '@/server/ports/segment-gateway'
import type { Source } from '@/server/ports/source-store'
import type { Workspace } from '@/server/ports/workspace-store'
import { segmentOf } from '../workspaces/segment-of'

/**
 * One route while a job works on it: what is known, and how what was done is kept. Everything is written down before
 * and after it is done in Segment, so that a run after a crash finds what the one before it made.
 */
export type RouteWork = {
  readonly ctx: Context
  readonly workspace: Workspace
  readonly source: Source
  readonly segment: SegmentGateway
  readonly record: () => SourceRoute
  readonly stepId: (name: RouteStepName) => string | null
  readonly keepStep: (step: RouteStep) => Promise<void>
  readonly keep: (change: Partial<Pick<SourceRoute, 'status' | 'endpointId'>>) => Promise<void>
  /** Written down as about to be made. */
  readonly intend: (thing: Pick<MadeThing, 'kind' | 'name'> & { readonly id?: string }) => Promise<void>
  readonly made: (thing: Pick<MadeThing, 'kind' | 'name'> & { readonly id: string }) => Promise<void>
  readonly isOurs: (kind: MadeThing['kind'], name: string) => boolean
  readonly forget: (kind: MadeThing['kind']) => Promise<void>
}

/** Opens the work on a route; null where the source or the route is gone. */
export const routeWork = async (ctx: Context, address: RouteAddress): Promise<RouteWork | null> => {
  const { workspaceId, sourceId, route } = address
  const known = await ctx.transaction(async ({ routes, sources, workspaces }) => {
    const workspace = await workspaces.find(workspaceId)
    const source = (await sources.ofWorkspace(workspaceId)).find(({ id }) => id === sourceId)
    const found = await routes.lock(workspaceId, sourceId, route)
    return workspace && source && found ? { workspace, source, found } : null
  })
  if (!known) return null
  const { workspace, source } = known
  let record = known.found

  const change = async (
    next: (before: SourceRoute) => SourceRoute,
    told?: { readonly action: string; readonly details: Readonly<Record<string, unknown>> },
  ) => {
    record = await ctx.transaction(async (stores) => {
      const before = (await stores.routes.lock(workspaceId, sourceId, route)) ?? record
      const after = next(before)
      await stores.routes.save(after)
      if (told)
        await stores.audit.append({
          chain: workspaceId,
          actor: ctx.actor,
          at: ctx.now(),
          action: told.action,
          subject: `source:${sourceId}`,
          details: { route, ...told.details },
        })
      return after
    })
  }
  const withThing = (before: SourceRoute, thing: MadeThing): SourceRoute => ({
    ...before,
    made: [...before.made.filter(({ kind, name }) => kind !== thing.kind || name !== thing.name), thing],
  })

  return {
    ctx,
    workspace,
    source,
    segment: segmentOf(ctx, workspace),
    record: () => record,
    stepId: (name) => record.steps.find((step) => step.name === name)?.id ?? null,
    keepStep: (step) =>
      change((before) => ({
        ...before,
        steps: before.steps.map((one) => (one.name === step.name ? step : one)),
      })),
    keep: (fields) => change((before) => ({ ...before, ...fields, changedAt: ctx.now() })),
    intend: async ({ id = null, ...thing }) => {
      if (
        record.made.some(
          ({ kind, name, state }) => kind === thing.kind && name === thing.name && state === 'made',
        )
      )
        return
      await change((before) => withThing(before, { ...thing, id, state: 'intended' }))
    },
    made: (thing) =>
      change((before) => withThing(before, { ...thing, state: 'made' }), {
        action: 'route-made',
        details: { kind: thing.kind, name: thing.name, id: thing.id },
      }),
    isOurs: (kind, name) => record.made.some((thing) => thing.kind === kind && thing.name === name),
    forget: (kind) =>
      change((before) => ({ ...before, made: before.made.filter((thing) => thing.kind !== kind) }), {
        action: 'route-removed',
        details: { kind },
      }),
  }
}
