import { z } from 'zod'
import { ruleTypes } from '@/domain/plan/rule'
import { reviewVerdicts } from '@/domain/review/change-request'
import type { StoredReview } from '@/server/ports/change-request-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'

type Row = {
  readonly id: string
  readonly by: string
  readonly byName: string
  readonly tokenMinters: readonly string[]
  readonly verdict: string
  readonly body: string
  readonly covers: unknown
  readonly at: Date
}

/** All verdicts on a request, oldest first. */
export const readReviews = async (client: Client, id: string): Promise<readonly StoredReview[]> => {
  const rows = await client.$queryRaw<Row[]>`
    select review.id, person_id as by, "user".name as "byName", token_minters as "tokenMinters", verdict, body,
      covers, review.created_at as at
    from review join "user" on "user".id = review.person_id
    where change_request_id = ${id}
    order by review.created_at, review.id`
  return rows.map((row) => ({
    ...row,
    verdict: Verdict.parse(row.verdict),
    covers: Covers.parse(row.covers),
    at: instant(row.at),
  }))
}

export const addReview = async (
  client: Client,
  changeRequestId: string,
  review: StoredReview,
): Promise<void> => {
  await client.$executeRaw`
    insert into review (id, change_request_id, person_id, token_minters, verdict, body, covers, created_at)
    values (${review.id}, ${changeRequestId}, ${review.by}, ${[...review.tokenMinters]}::text[], ${review.verdict},
      ${storableText(review.body)}, ${JSON.stringify(review.covers)}::json, ${review.at}::timestamptz)`
}

const Verdict = z.enum(reviewVerdicts)

const Covers = z.array(
  z.object({
    rule: z.object({ type: z.enum(ruleTypes), key: z.string().nullable(), version: z.int() }),
    hash: z.string(),
  }),
)
