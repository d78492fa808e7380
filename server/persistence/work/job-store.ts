import { z } from 'zod'
import { JobView } from '@/contracts/job'
import type { JobStore } from '@/server/ports/job-store'
import type { Client } from '../client'
import type { Job as Row } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant, instantOrNull } from '../rows/instant'
import { pageOf } from '../rows/page-of'
import { jsonOrNull } from '../rows/stored-json'
import { addJob, enqueue } from './add-job'

export const jobStore = (client: Client, newId: () => string): JobStore => ({
  add: (job) => addJob(client, newId, job),
  find: async (id) => {
    const row = await client.job.findUnique({ where: { id } })
    return row && toJobView(row)
  },
  list: async ({ status, limit, cursor }) => {
    const after = decodeCursor(cursor, JobCursor)
    const rows = await client.job.findMany({
      where: {
        ...(status === undefined ? {} : { status }),
        ...(after === null
          ? {}
          : { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { lt: after[1] } }] }),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    })
    const page = pageOf(rows, limit, (row) => [instant(row.createdAt), row.id])
    return { jobs: page.rows.map(toJobView), nextCursor: page.nextCursor }
  },
  unfinished: async (singleKey) => {
    const row = await client.job.findFirst({ where: { singleKey, ...unfinished }, select: { id: true } })
    return row?.id ?? null
  },
  start: async (id, at) => {
    await client.$executeRaw`
      update job set status = 'running', attempts = attempts + 1, started_at = coalesce(started_at, ${at}::timestamptz)
      where id = ${id} and status in ('queued', 'running')`
  },
  progress: async (id, progress) => {
    await client.job.updateMany({ where: { id, ...unfinished }, data: { progress: jsonOrNull(progress) } })
  },
  succeed: async (id, at, result) => {
    await client.job.updateMany({
      where: { id, ...unfinished },
      data: {
        status: 'succeeded',
        finishedAt: new Date(at),
        result: jsonOrNull(result),
        error: jsonOrNull(null),
      },
    })
  },
  fail: async (id, at, error) => {
    await client.job.updateMany({
      where: { id, ...unfinished },
      data: { status: 'failed', finishedAt: new Date(at), error: jsonOrNull(error) },
    })
  },
  retryLater: async (id, error, runAt) => {
    const { count } = await client.job.updateMany({
      where: { id, ...unfinished },
      data: { status: 'queued', error: jsonOrNull(error) },
    })
    if (count > 0) await enqueue(client, id, runAt)
  },
  waitUntil: async (id, runAt) => {
    const { count } = await client.job.updateMany({
      where: { id, ...unfinished },
      data: { status: 'queued', attempts: 0, progress: jsonOrNull(null), error: jsonOrNull(null) },
    })
    if (count > 0) await enqueue(client, id, runAt, { pauseMs: 1_000 })
  },
  reschedule: async (id, runAt) => {
    await client.$queryRaw`
      select 1 from graphile_worker.reschedule_jobs(
        array(select id from graphile_worker.jobs where key = ${id}), run_at => ${runAt}::timestamptz)`
  },
  cancel: async (id, at) => {
    const { count } = await client.job.updateMany({
      where: { id, ...unfinished },
      data: { status: 'cancelled', finishedAt: new Date(at) },
    })
    if (count > 0) await client.$queryRaw`select 1 from graphile_worker.remove_job(${id})`
  },
  takeKey: async (id, singleKey) => {
    await client.job.update({ where: { id }, data: { singleKey } })
  },
  lastBeat: async () => {
    const { _max } = await client.workerHeartbeat.aggregate({ _max: { beatAt: true } })
    return instantOrNull(_max.beatAt)
  },
  prune: async (before) => {
    await client.job.deleteMany({
      where: {
        kind: {
          in: [
            'sync-workspace',
            'sync-plan',
            'pull-metrics',
            'run-checks',
            'replay',
            'deliver-alert',
            'send-digest',
          ],
        },
        status: { in: ['succeeded', 'failed', 'cancelled'] },
        finishedAt: { lt: before },
      },
    })
  },
})

const unfinished = { status: { in: ['queued', 'running'] } }

const JobCursor = z.tuple([CursorInstant, CursorText])

const toJobView = (row: Row): JobView =>
  JobView.parse({
    id: row.id,
    kind: row.kind,
    status: row.status,
    progress: row.progress,
    result: row.result ?? undefined,
    error: row.error ?? undefined,
    attempts: row.attempts,
    subject: row.subject,
    createdAt: instant(row.createdAt),
    startedAt: instantOrNull(row.startedAt),
    finishedAt: instantOrNull(row.finishedAt),
  })
