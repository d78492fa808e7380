import type { Context } from '@/server/ports/context'
import type { RouteAddress } from '@/server/ports/job-store'

const pauseMs = 2_000

/**
 * Routes of one workspace share a receiving source and a webhook, so their jobs go one after the other: the older
 * first. True where this job was put back into the queue.
 */
export const waitForOthers = (ctx: Context, address: RouteAddress, jobId: string): Promise<boolean> =>
  ctx.transaction(async ({ jobs, routes }) => {
    const all = await routes.ofWorkspace(address.workspaceId)
    const mine = all.find(({ sourceId, route }) => sourceId === address.sourceId && route === address.route)
    if (!mine) return false
    for (const other of all) {
      if (other.jobId === null || other.jobId === mine.jobId || other.jobId >= (mine.jobId ?? '')) continue
      const job = await jobs.find(other.jobId)
      if (job?.status !== 'queued' && job?.status !== 'running') continue
      await jobs.waitUntil(jobId, new Date(Date.parse(ctx.now()) + pauseMs).toISOString())
      return true
    }
    return false
  })
