import type { ViolationFilter } from '@/server/ports/violation-store'
import { Prisma } from '../generated/client'
import { containing } from '../rows/like-pattern'

/** What rows of `violation` must fulfil to answer a filter; `of` names the table where it goes by another name. */
export const violationConditions = (filter: ViolationFilter, of = Prisma.sql`violation`): Prisma.Sql => {
  const conditions = [Prisma.sql`true`]
  if (filter.planId !== undefined) conditions.push(Prisma.sql`${of}.plan_id = ${filter.planId}`)
  if (filter.statuses !== undefined)
    conditions.push(Prisma.sql`${of}.status = any(${filter.statuses}::text[])`)
  if (filter.type !== undefined) conditions.push(Prisma.sql`${of}.rule_type = ${filter.type}`)
  if (filter.key !== undefined) conditions.push(Prisma.sql`${of}.rule_key = ${filter.key}`)
  if (filter.sourceId !== undefined)
    conditions.push(Prisma.sql`exists (
      select 1 from violation_total as total where total.violation_id = ${of}.id and total.source_id = ${filter.sourceId})`)
  if (filter.search !== undefined) {
    const pattern = containing(filter.search)
    conditions.push(
      Prisma.sql`(${of}.rule_key ilike ${pattern} or ${of}.pointer ilike ${pattern} or ${of}.message ilike ${pattern})`,
    )
  }
  if (filter.regressed) conditions.push(Prisma.sql`${of}.regressed_at is not null`)
  if (filter.bundle !== undefined) conditions.push(Prisma.sql`${of}.bundle = ${filter.bundle}`)
  if (filter.whose !== undefined) conditions.push(whoseCondition(filter.whose, of))
  if (filter.owner !== undefined) conditions.push(Prisma.sql`${filter.owner} = any(${of}.owners)`)
  // an array, so that the few that are linked are looked up by their ids whatever the plan of the query is
  if (filter.fixedBy !== undefined)
    conditions.push(Prisma.sql`${of}.id = any(array(
      select violation_id from violation_fix where change_request_id = ${filter.fixedBy}))`)
  return Prisma.join(conditions, ' and ')
}

/** `groups` are those of the person who asks. */
export const whoseCondition = (
  { kind, personId }: NonNullable<ViolationFilter['whose']>,
  of = Prisma.sql`violation`,
): Prisma.Sql => {
  const mine = Prisma.sql`${of}.assignee_id = ${personId}`
  const ofGroups = Prisma.sql`${of}.owners && (
    select coalesce(array_agg(mine.id), '{}') from reviewer_group as mine where ${personId} = any(mine.members))`
  switch (kind) {
    case 'me':
      return mine
    case 'groups':
      return ofGroups
    case 'mine':
      return Prisma.sql`(${mine} or ${ofGroups})`
    case 'nobody':
      return Prisma.sql`${of}.assignee_id is null`
  }
}
