import type { Listing } from '@/contracts/listing'
import type { ListSources, SourceRow } from '@/contracts/source'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { findPlan } from '../plans/find-plan'
import { slicePage } from '../plans/slice-page'
import { sourceRows } from './source-rows'

/** Every source that is known, by name; with `plan`, those that follow it. */
export const listSources = (ctx: Context, input: Partial<ListSources>): Promise<Listing<SourceRow>> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-sources')
    const plan = input.plan === undefined ? null : await findPlan(stores, input.plan)
    const all = plan ? await stores.sources.ofPlan(plan.id) : await stores.sources.all()
    const wanted = (input.q ?? '').trim().toLowerCase()
    const found = all.filter(
      ({ name, slug, id }) =>
        wanted === '' || [name, slug, id].some((text) => text.toLowerCase().includes(wanted)),
    )
    const { data, nextCursor } = slicePage(found, ({ workspaceId, id }) => `${workspaceId} ${id}`, input)
    return { data: await sourceRows(stores, data, ctx.now()), nextCursor }
  })
