import { Prisma } from '../generated/client'

/** The groups that answer for a row of `violation`, as json, by name. */
export const ownersOf = Prisma.sql`
  select coalesce(json_agg(json_build_object('id', owner.id, 'name', owner.name) order by owner.name), '[]')
  from reviewer_group as owner
  where owner.id = any(violation.owners)`
