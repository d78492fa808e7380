import { z } from 'zod'
import { ruleTypes } from '@/domain/plan/rule'
import { changeRequestStatuses } from '@/domain/review/change-request'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import { instant } from '../rows/instant'
import { StoredError } from '../rows/problem'
import { parsedOrNull } from '../rows/stored-json'

/** A request as it is read, joined with its author's name. */
export type ChangeRequestRow = {
  readonly id: string
  readonly planId: string
  readonly number: number
  readonly title: string
  readonly description: string
  readonly authorId: string
  readonly authorName: string
  readonly status: string
  readonly baseVersion: number
  readonly revision: number
  readonly publishedVersion: number | null
  readonly jobId: string | null
  readonly publishError: unknown
  readonly conflicts: unknown
  readonly promotion: unknown
  readonly reverts: number | null
  readonly waiting: unknown
  readonly createdAt: Date
  readonly updatedAt: Date
}

export const Status = z.enum(changeRequestStatuses)

const StoredWait = z.object({
  jobId: z.string(),
  at: z.string().nullable(),
  since: z.string(),
  by: z.string(),
  byName: z.string(),
  tokenId: z.string().nullable(),
  bypass: z.object({ reason: z.string() }).nullable(),
})

export const toChangeRequest = (row: ChangeRequestRow): ChangeRequest => ({
  ...row,
  status: Status.parse(row.status),
  publishError: parsedOrNull(StoredError, row.publishError),
  conflicts: z.array(z.unknown()).parse(row.conflicts),
  promotion: StoredPromotion.nullable().parse(row.promotion),
  waiting: parsedOrNull(StoredWait, row.waiting),
  createdAt: instant(row.createdAt),
  updatedAt: instant(row.updatedAt),
})

const StoredRuleId = z.object({ type: z.enum(ruleTypes), key: z.string().nullable(), version: z.int() })

const StoredPromotion = z.object({
  upstreamPlanId: z.string(),
  upstreamPlanName: z.string(),
  version: z.int(),
  from: z.int().nullable(),
  unsettled: z.boolean(),
  renames: z.array(z.object({ from: StoredRuleId, to: StoredRuleId })),
})
