import type { JobStore } from '@/server/ports/job-store'
import type { Client } from '../client'

type NewJob = Parameters<JobStore['add']>[0]

/** How often the queue itself starts a job whose worker dies; our own bound on attempts is lower. */
const queueAttempts = 100

/**
 * Adds the job's row and its entry in the queue in this transaction. With a single key the database decides: of
 * two that add at once the second waits for the first and is given its id.
 */
export const addJob = async (client: Client, newId: () => string, job: NewJob): Promise<string> => {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const id = newId()
    const added = await client.$executeRaw`
      insert into job (id, kind, payload, subject, single_key, requested_by)
      values (${id}, ${job.kind}, ${JSON.stringify(job.payload)}::json, ${job.subject}, ${job.singleKey ?? null},
        ${job.requestedBy})
      on conflict (single_key) where status in ('queued', 'running') do nothing`
    if (added > 0) {
      await enqueue(client, id, job.runAt ?? null)
      return id
    }
    const [running] = await client.$queryRaw<{ id: string }[]>`
      select id from job where single_key = ${job.singleKey ?? null} and status in ('queued', 'running')`
    if (running) return running.id
    // It ended between the two statements, so there is room for a new one.
  }
  throw new Error(`Jobs with the key ${job.singleKey} end faster than one can be added.`)
}

/**
 * Puts an existing job into the queue, in place of an earlier entry for it. Null: now. `pauseMs`: not sooner than that,
 * by the database's clock, which the queue goes by and which may be ahead of ours.
 */
export const enqueue = async (
  client: Client,
  id: string,
  runAt: string | null,
  { pauseMs }: { readonly pauseMs?: number } = {},
): Promise<void> => {
  await client.$queryRaw`
    select 1 from job, lateral graphile_worker.add_job(
      job.kind, json_build_object('jobId', job.id, 'payload', job.payload),
      run_at => greatest(${runAt}::timestamptz, now() + ${pauseMs ?? null}::float8 * interval '1 millisecond'), max_attempts => ${queueAttempts}::int, job_key => job.id)
    where job.id = ${id}`
}
