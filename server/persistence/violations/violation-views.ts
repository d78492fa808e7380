import { ViolationView } from '@/contracts/violation'
import type { Client } from '../client'
import { instant, instantOrNull } from '../rows/instant'
import { ownersOf } from './owners-of'
import type { StandingColumns } from './standing-columns'
import { librariesOf, samplesOf, sourcesOf, trendsOf, versionsOf } from './violation-parts'

/** Violations with their sources, app versions, samples and trend, in the order of the ids; unknown ids are left out. */
export const readViolations = async (
  client: Client,
  ids: readonly string[],
  now: string,
): Promise<ViolationView[]> => {
  if (ids.length === 0) return []
  const rows = await client.$queryRaw<Row[]>`
    select violation.*, plan.name as plan_name, assignee.name as assignee_name, (${ownersOf}) as owner_groups
    from violation join plan on plan.id = violation.plan_id
      left join "user" as assignee on assignee.id = violation.assignee_id
    where violation.id = any(${ids}::text[])
    order by array_position(${ids}::text[], violation.id)`
  const sources = await sourcesOf(client, ids)
  const versions = await versionsOf(client, ids)
  const libraries = await librariesOf(client, ids)
  const samples = await samplesOf(client, ids)
  const trends = await trendsOf(client, ids, now)
  return rows.map((row) =>
    ViolationView.parse({
      id: row.id,
      plan: { id: row.plan_id, name: row.plan_name },
      rule: { type: row.rule_type, key: row.rule_key, version: row.rule_version },
      pointer: row.pointer,
      schemaPointer: row.schema_pointer,
      type: row.type,
      rawType: row.raw_type,
      message: row.message,
      status: row.status,
      count: Number(row.count),
      firstSeen: instant(row.first_seen),
      lastSeen: instant(row.last_seen),
      regressedAt: instantOrNull(row.regressed_at),
      sources: sources(row.id),
      appVersions: versions(row.id),
      assignee: row.assignee_name,
      assigneeId: row.assignee_id,
      revision: row.revision,
      statusAt: instantOrNull(row.status_at),
      reason: row.reason,
      ignoreUntil: instantOrNull(row.ignore_until),
      resolvedIn: row.resolved_in,
      resolvedInPlan: row.resolved_in_plan,
      changeRequest: row.fix_request,
      owners: row.owner_groups,
      libraries: libraries(row.id),
      origin: row.origin,
      bundle: row.bundle,
      samples: samples(row.id),
      share: null,
      trend: trends(row.id),
    } satisfies ViolationView),
  )
}

type Row = StandingColumns & {
  readonly id: string
  readonly plan_id: string
  readonly plan_name: string
  readonly rule_type: ViolationView['rule']['type']
  readonly rule_key: string | null
  readonly rule_version: number | null
  readonly pointer: string
  readonly schema_pointer: string | null
  readonly type: ViolationView['type']
  readonly raw_type: string
  readonly message: string
  readonly count: bigint
  readonly first_seen: Date
  readonly last_seen: Date
  readonly regressed_at: Date | null
  readonly assignee_id: string | null
  readonly assignee_name: string | null
  readonly revision: number
  readonly owner_groups: ViolationView['owners']
  readonly origin: ViolationView['origin']
  readonly bundle: string | null
}
