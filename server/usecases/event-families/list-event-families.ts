import type { EventFamilyView } from '@/contracts/event-family'
import type { Listing, ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { slicePage } from '../plans/slice-page'
import { codeFixOf } from './code-fix'
import { familiesOf } from './families-of'

const membersShown = 20

/** Names that carry a value, as families; those with most calls first. */
export const listEventFamilies = async (
  ctx: Context,
  { plan, ...paging }: { readonly plan: string } & Partial<ListQuery>,
): Promise<Listing<EventFamilyView>> => {
  authorize(ctx.actor, 'read-violations')
  const found = await familiesOf(ctx, plan)
  const planned = new Set(found.planned)
  const { data, nextCursor } = slicePage(found.families, ({ template }) => template, paging)
  return {
    data: data.map((family) => ({
      template: family.template,
      name: family.name,
      isPlanned: planned.has(family.name),
      parts: [...family.parts],
      count: Math.round(family.count),
      memberCount: family.members.length,
      members: family.members
        .slice(0, membersShown)
        .map(({ name, count }) => ({ name, count: Math.round(count) })),
      codeFix: codeFixOf(family),
    })),
    nextCursor,
  }
}
