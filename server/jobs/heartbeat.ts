import type { Pool } from 'pg'
import { isGone, poolOf } from './worker-id'

/** Says that a worker is alive. The database's clock counts, so that hosts need not agree on the time. */
export const beat = async (pool: Pool, workerId: string): Promise<void> => {
  await pool.query(
    `insert into worker_heartbeat (worker_id, started_at, beat_at) values ($1, now(), now())
     on conflict (worker_id) do update set beat_at = excluded.beat_at`,
    [workerId],
  )
}

export const endBeat = async (pool: Pool, workerId: string): Promise<void> => {
  await pool.query('delete from worker_heartbeat where worker_id = $1', [workerId])
}

/**
 * Frees the jobs of workers that died: at once those of this host whose process is gone, others when they were
 * silent for 30 seconds. graphile-worker itself waits four hours.
 *
 * @returns how many dead workers were found
 */
export const freeJobsOfTheDead = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ id: string; silent: boolean }>(
    `select worker_id as id, beat_at < now() - interval '30 seconds' as silent from worker_heartbeat`,
  )
  const dead = rows.filter(({ id, silent }) => silent || isGone(id)).map(({ id }) => id)
  const living = rows.map(({ id }) => id).filter((id) => !dead.includes(id))
  // A pool without a heartbeat died before its first one.
  const { rows: unknown } = await pool.query<{ poolId: string }>(
    `select distinct locked_by as "poolId" from graphile_worker.jobs
     where locked_at < now() - interval '30 seconds' and locked_by <> all ($1::text[])`,
    [living.map(poolOf)],
  )
  const pools = new Set([...dead.map(poolOf), ...unknown.map(({ poolId }) => poolId)])
  if (pools.size === 0) return 0
  await pool.query('select graphile_worker.force_unlock_workers($1::text[])', [[...pools]])
  await pool.query('delete from worker_heartbeat where worker_id = any ($1::text[])', [dead])
  return pools.size
}
