import { z } from 'zod'
import { AuditEntryView } from '../audit'
import { JobView } from '../job'
import { ListQuery, listOf } from '../listing'
import { operation } from '../operation'
import { FrameView, OverviewView } from '../overview'

export const installationOperations = {
  listJobs: operation({
    method: 'GET',
    path: '/jobs',
    summary: 'Jobs, newest first',
    needs: 'read-jobs',
    query: ListQuery.extend({ status: JobView.shape.status.optional() }),
    answer: listOf(JobView),
    status: 200,
  }),
  readJob: operation({
    method: 'GET',
    path: '/jobs/{id}',
    summary: 'One job with its progress, result or error',
    needs: 'read-jobs',
    answer: JobView,
    status: 200,
  }),
  readOverview: operation({
    method: 'GET',
    path: '/overview',
    summary: 'What the overview page shows',
    needs: 'read-plans',
    answer: OverviewView,
    status: 200,
  }),
  readFrame: operation({
    method: 'GET',
    path: '/frame',
    summary: 'What stands around every screen',
    needs: 'read-plans',
    answer: FrameView,
    status: 200,
  }),
  listAudit: operation({
    method: 'GET',
    path: '/audit',
    summary: 'Chained audit entries, newest first',
    needs: 'read-audit',
    query: ListQuery,
    answer: listOf(AuditEntryView),
    status: 200,
  }),
  verifyAudit: operation({
    method: 'GET',
    path: '/audit/verify',
    summary: 'Walk the audit chain; with a known head, also tell whether its tail was cut',
    needs: 'read-audit',
    query: z.object({ head: z.string().max(20_000).optional() }),
    answer: z.object({ intact: z.boolean(), entries: z.number().int(), head: z.string().nullable() }),
    status: 200,
  }),
} as const
