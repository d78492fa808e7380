import { expect } from '@playwright/test'
import { JobView } from '@/contracts/job'
import { apiPaths } from '@/contracts/paths'
import { rest } from './rest'

/** Waits until a job has ended well. */
export const untilDone = async (jobId: string): Promise<void> => {
  const job = () => rest('admin', 'GET', apiPaths.job(jobId), JobView)
  await expect
    .poll(async () => (await job()).status, { message: `job ${jobId}`, timeout: 30_000 })
    .toBe('succeeded')
}
