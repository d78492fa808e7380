import { comesBack, type Return, type Seen } from '@/domain/violations/comes-back'
import type { Standing } from '@/domain/violations/standing'
import type { Client } from '../client'
import { type StandingColumns, standingColumns, toStanding } from './standing-columns'

/**
 * Opens again what `comesBack` says of the violations that a batch of occurrences was counted in. Their rows are locked
 * and their totals hold the batch, so the answer is the same for any order and any cut into batches.
 */
export const reopenViolations = async (
  client: Client,
  ids: readonly string[],
  newId: () => string,
): Promise<void> => {
  const rows = await client.$queryRaw<(StandingColumns & { readonly id: string })[]>`
    select id, status, status_at, reason, ignore_until, resolved_in, resolved_in_plan, fix_request
    from violation
    where id = any(${ids}::text[])
      and (status in ('resolved', 'waiting-for-rollout') or status = 'ignored' and ignore_until is not null)
    order by id`
  if (rows.length === 0) return
  const seenOf = await newestOfVersions(
    client,
    rows.map(({ id }) => id),
  )
  for (const row of rows) {
    const standing = toStanding(row)
    const returned = comesBack(standing, seenOf(row.id))
    if (returned !== null) await reopen(client, row.id, standing, returned, newId())
  }
}

const newestOfVersions = async (client: Client, ids: readonly string[]) => {
  const rows = await client.$queryRaw<{ of: string; appVersion: string; lastSeen: Date }[]>`
    select violation_id as of, app_version as "appVersion", max(last_seen) as "lastSeen"
    from violation_total
    where violation_id = any(${ids}::text[])
    group by violation_id, app_version`
  return (id: string): Seen[] =>
    rows
      .filter((row) => row.of === id)
      .map(({ appVersion, lastSeen }) => ({ appVersion, lastSeen: lastSeen.toISOString() }))
}

const reopen = async (
  client: Client,
  id: string,
  from: Standing,
  { at, appVersion, regressed }: Return,
  momentId: string,
) => {
  await client.violation.update({
    where: { id },
    data: {
      ...standingColumns({ status: 'open', since: at, reason: null }),
      revision: { increment: 1 },
      ...(regressed ? { regressedAt: at } : {}),
    },
  })
  await client.violationMoment.create({
    data: {
      id: momentId,
      violationId: id,
      kind: regressed ? 'regressed' : 'status',
      at,
      detail: { from: from.status, to: 'open', appVersion },
    },
  })
}
