import { z } from 'zod'
import type { Json } from '@/domain/plan/json'
import type { RuleType } from '@/domain/plan/rule'
import { momentKinds } from '@/domain/violations/moment-kind'
import { quietMs } from '@/domain/violations/settle-standing'
import type { FixLink, Moment, Triaged, TriageStore } from '@/server/ports/triage-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { type StandingColumns, standingColumns, toStanding } from './standing-columns'

export const triageStore = (client: Client): TriageStore => ({
  lock: (ids) => lock(client, ids),
  change: async (id, { standing, assigneeId, by }) => {
    await client.violation.update({
      where: { id },
      data: {
        revision: { increment: 1 },
        ...(standing === undefined ? {} : { ...standingColumns(standing), statusBy: by }),
        ...(assigneeId === undefined ? {} : { assigneeId }),
      },
    })
  },
  addMoments: async (moments) => {
    if (moments.length === 0) return
    await client.violationMoment.createMany({
      data: moments.map(({ detail, ...moment }) => ({ ...moment, detail: { ...detail } })),
    })
  },
  moments: async (violationId) => {
    const rows = await client.$queryRaw<MomentRow[]>`
      select m.id, m.violation_id as "violationId", m.kind, m.at, m.actor_id as "actorId", m.detail, actor.name as actor
      from violation_moment as m left join "user" as actor on actor.id = m.actor_id
      where m.violation_id = ${violationId}
      order by m.at, m.id`
    return rows.map(({ kind, at, ...row }) => ({
      ...row,
      kind: z.enum(momentKinds).parse(kind),
      at: instant(at),
    }))
  },
  linkFixes: async (changeRequestId, links, { personId, at }) => {
    const ids = links.map(({ violationId }) => violationId)
    await client.violationFix.deleteMany({ where: { changeRequestId, violationId: { in: ids } } })
    await client.violationFix.createMany({
      data: links.map((link) => ({ ...link, changeRequestId, at, byId: personId })),
    })
  },
  fixesOf: (changeRequestId): Promise<FixLink[]> =>
    client.violationFix.findMany({
      where: { changeRequestId },
      orderBy: { violationId: 'asc' },
      select: { violationId: true, appVersion: true },
    }),
  unroutedPlans: async () => {
    const rows = await client.$queryRaw<{ id: string }[]>`
      select distinct plan_id as id from violation where owners is null order by 1`
    return rows.map(({ id }) => id)
  },
  lockUnrouted: (planId, limit) =>
    client.$queryRaw<{ id: string; type: RuleType; key: string | null }[]>`
      select id, rule_type as type, rule_key as key from violation
      where plan_id = ${planId} and owners is null
      order by id
      limit ${limit}
      for no key update`,
  setOwners: async (owned) => {
    await client.$executeRaw`
      update violation set owners = array(select jsonb_array_elements_text(t.owners))
      from unnest(
        ${owned.map(({ id }) => id)}::text[],
        ${owned.map(({ owners }) => JSON.stringify(owners))}::jsonb[]
      ) as t (id, owners)
      where violation.id = t.id`
  },
  forgetOwners: async (planId) => {
    await client.$queryRaw`select 1 from violation where plan_id = ${planId} order by id for no key update`
    await client.$executeRaw`update violation set owners = null where plan_id = ${planId}`
  },
  due: async (now, limit) => {
    const quiet = new Date(Date.parse(now) - quietMs({ planVersion: 1 })).toISOString()
    const rows = await client.$queryRaw<{ id: string }[]>`
      select id from violation
      where status = 'ignored' and ignore_until <= ${now}::timestamptz
        or status = 'waiting-for-rollout' and greatest(last_seen, status_at) <= ${quiet}::timestamptz
      order by id
      limit ${limit}`
    return rows.map(({ id }) => id)
  },
})

const lock = async (client: Client, ids: readonly string[]): Promise<Triaged[]> => {
  const rows = await client.$queryRaw<LockedRow[]>`
    select id, plan_id, revision, assignee_id, last_seen, status, status_at, reason, ignore_until, resolved_in,
      resolved_in_plan, fix_request
    from violation
    where id = any(${ids}::text[])
    order by id
    for no key update`
  return rows.map((row) => ({
    id: row.id,
    planId: row.plan_id,
    revision: row.revision,
    standing: toStanding(row),
    assigneeId: row.assignee_id,
    lastSeen: instant(row.last_seen),
  }))
}

type LockedRow = StandingColumns & {
  readonly id: string
  readonly plan_id: string
  readonly revision: number
  readonly assignee_id: string | null
  readonly last_seen: Date
}

type MomentRow = Omit<Moment, 'kind' | 'at'> & {
  readonly kind: string
  readonly at: Date
  readonly detail: Readonly<Record<string, Json>>
  readonly actor: string | null
}
