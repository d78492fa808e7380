import type { Plan, PlanStore, PlanVersion } from '@/server/ports/plan-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import type { PlanVersion as PlanVersionRow, Plan as Row } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { StoredProblem } from '../rows/problem'
import { storableText } from '../rows/storable-text'
import { jsonOrNull, parsedOrNull } from '../rows/stored-json'
import { driftCounts } from './drift-counts'
import { recordSeen, seenRules } from './seen-rules'

export const planStore = (client: Client, connection: Connection): PlanStore => {
  const find = async (id: string): Promise<Plan | null> =>
    orNull(
      await client.plan.findFirst({
        where: { OR: [{ id }, { segmentId: id }] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    )
  return {
    list: async (workspaceId) =>
      (
        await client.plan.findMany({
          where: workspaceId === undefined ? {} : { workspaceId },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        })
      ).map(toPlan),
    find,
    lock: async (id) => {
      const plan = await find(id)
      if (!plan) return null
      await client.$queryRaw`select 1 from plan where id = ${plan.id} for update`
      return find(plan.id)
    },
    named: async (workspaceId, name) => {
      const [row] = await connection.rows<Row>`
        select id, workspace_id as "workspaceId", segment_id as "segmentId", resource_schema_id as "resourceSchemaId",
          name, description, head_version as "headVersion", live_version as "liveVersion", seen_hash as "seenHash",
          last_seen_at as "lastSeenAt", problem
        from plan
        where workspace_id = ${workspaceId} and ${name} in (resource_schema_id, segment_id, id)
        order by resource_schema_id is not distinct from ${name} desc, created_at, id
        limit 1`
      return orNull(row ?? null)
    },
    upsert: async (plan) => {
      const name = storableText(plan.name)
      const description = plan.description === null ? null : storableText(plan.description)
      const [row] = await client.$queryRaw<{ id: string }[]>`
        insert into plan (id, workspace_id, segment_id, resource_schema_id, name, description)
        values (${plan.newId}, ${plan.workspaceId}, ${plan.segmentId}, ${plan.resourceSchemaId}, ${name}, ${description})
        on conflict (workspace_id, segment_id) do update set
          name = excluded.name,
          description = excluded.description,
          resource_schema_id = coalesce(excluded.resource_schema_id, plan.resource_schema_id)
        returning id`
      if (!row) throw new Error('An upsert gave no row.')
      return row.id
    },
    setProblem: async (id, problem) => {
      await client.plan.update({ where: { id }, data: { problem: jsonOrNull(problem) } })
    },
    recordSeen: (id, seen) => recordSeen(client, id, seen),
    seenRules: (id) => seenRules(client, id),
    setLive: async (id, version) => {
      await client.plan.update({ where: { id }, data: { liveVersion: version } })
    },
    takeNumber: async (id) => {
      const plan = await client.plan.update({ where: { id }, data: { nextNumber: { increment: 1 } } })
      return plan.nextNumber - 1
    },
    driftCounts: (at) => driftCounts(client, at),
    versions: async (planId, { limit, before }) =>
      (
        await client.planVersion.findMany({
          where: before === undefined ? { planId } : { planId, version: { lt: before } },
          orderBy: { version: 'desc' },
          take: limit,
        })
      ).map(toVersion),
    version: async (planId, version) => {
      const row = await client.planVersion.findUnique({ where: { planId_version: { planId, version } } })
      return row && toVersion(row)
    },
  }
}

const orNull = (row: Row | null) => row && toPlan(row)

const toPlan = (row: Row): Plan => ({
  id: row.id,
  workspaceId: row.workspaceId,
  segmentId: row.segmentId,
  resourceSchemaId: row.resourceSchemaId,
  name: row.name,
  description: row.description,
  headVersion: row.headVersion,
  liveVersion: row.liveVersion,
  seenHash: row.seenHash,
  lastSeenAt: instantOrNull(row.lastSeenAt),
  problem: parsedOrNull(StoredProblem, row.problem),
})

const toVersion = (row: PlanVersionRow): PlanVersion => ({
  version: row.version,
  at: instant(row.createdAt),
  by: row.byName,
  note: row.note,
  changeRequest: row.changeRequestNumber,
})
