import { z } from 'zod'
import type {
  ChangeRequest,
  ChangeRequestQuery,
  ChangeRequestStore,
} from '@/server/ports/change-request-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { CursorInstant, CursorText, decodeCursor } from '../rows/cursor'
import { instant } from '../rows/instant'
import { containing } from '../rows/like-pattern'
import { pageOf } from '../rows/page-of'
import { storableText } from '../rows/storable-text'
import { type ChangeRequestRow, Status, toChangeRequest } from './change-request-rows'
import { editCounts, readAuthorship, readEdits, readMarks, replaceEdits } from './stored-edits'
import { addLooks, readLooks } from './stored-looks'
import {
  addPromotion,
  openPromotion,
  promotedBy,
  promotionColumn,
  settlePromotion,
} from './stored-promotions'
import { addReview, readReviews } from './stored-reviews'

export const changeRequestStore = (client: Client): ChangeRequestStore => {
  const find = async (planId: string, number: number): Promise<ChangeRequest | null> => {
    const [row] = await read(client, Prisma.sql`r.plan_id = ${planId} and r.number = ${number}`, 1)
    return row ? toChangeRequest(row) : null
  }
  return {
    add: async (request, edits) => {
      await client.$executeRaw`
        insert into change_request (id, plan_id, number, title, description, author_id, status, base_version, revision,
          published_version, job_id, publish_error, conflicts, waiting, reverts, created_at, updated_at)
        values (${request.id}, ${request.planId}, ${request.number}, ${storableText(request.title)},
          ${storableText(request.description)}, ${request.authorId}, ${request.status}, ${request.baseVersion},
          ${request.revision}, ${request.publishedVersion}, ${request.jobId}, ${jsonTextOrNull(request.publishError)}::json,
          ${JSON.stringify(request.conflicts)}::json, ${jsonTextOrNull(request.waiting)}::json,
          ${request.reverts}, ${request.createdAt}::timestamptz,
          ${request.updatedAt}::timestamptz)`
      await replaceEdits(client, request.id, edits)
      if (request.promotion !== null) await addPromotion(client, request.id, request.promotion)
    },
    find,
    lock: async (planId, number) => {
      await client.$queryRaw`
        select 1 from change_request where plan_id = ${planId} and number = ${number} for update`
      return find(planId, number)
    },
    page: (query) => page(client, query),
    waiting: async (planId) => {
      const ofPlan = planId === undefined ? Prisma.empty : Prisma.sql`and r.plan_id = ${planId}`
      return (await read(client, Prisma.sql`r.waiting is not null ${ofPlan}`, null)).map(toChangeRequest)
    },
    save: async (request, ifRevision) => {
      const saved = await client.$executeRaw`
        update change_request set title = ${storableText(request.title)},
          description = ${storableText(request.description)}, status = ${request.status},
          base_version = ${request.baseVersion}, published_version = ${request.publishedVersion},
          job_id = ${request.jobId}, publish_error = ${jsonTextOrNull(request.publishError)}::json,
          conflicts = ${JSON.stringify(request.conflicts)}::json, waiting = ${jsonTextOrNull(request.waiting)}::json,
          updated_at = ${request.updatedAt}::timestamptz,
          revision = revision + 1
        where id = ${request.id} and revision = ${ifRevision}`
      return saved === 1
    },
    settlePromotion: (id) => settlePromotion(client, id),
    promotedBy: (...asked) => promotedBy(client, ...asked),
    openPromotion: (...asked) => openPromotion(client, ...asked),
    edits: (id) => readEdits(client, id, { isKept: false }),
    keptEdits: (id, ruleKeys) => readEdits(client, id, { ruleKeys, isKept: true }),
    editMarks: (id) => readMarks(client, id),
    authorship: (id, person) => readAuthorship(client, id, person),
    edit: async (id, ruleKey) =>
      (await readEdits(client, id, { ruleKeys: [ruleKey], isKept: true }))[0] ?? null,
    replaceEdits: (id, edits) => replaceEdits(client, id, edits),
    editCounts: (ids) => editCounts(client, ids),
    reviews: (id) => readReviews(client, id),
    addReview: (id, review) => addReview(client, id, review),
    looks: (id, person) => readLooks(client, id, person),
    addLooks: (id, person, at, looks) => addLooks(client, { id, person, at }, looks),
    openTouching: (planId, ruleKey) => openTouching(client, planId, ruleKey),
  }
}

const jsonTextOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** A null limit reads all. */
const read = (client: Client, condition: Prisma.Sql, limit: number | null) =>
  client.$queryRaw<ChangeRequestRow[]>`
    select r.id, r.plan_id as "planId", r.number, r.title, r.description, r.author_id as "authorId",
      author.name as "authorName", r.status, r.base_version as "baseVersion", r.revision,
      r.published_version as "publishedVersion", r.job_id as "jobId", r.publish_error as "publishError", r.conflicts,
      r.waiting, ${promotionColumn}, r.reverts, r.created_at as "createdAt", r.updated_at as "updatedAt"
    from change_request as r join "user" as author on author.id = r.author_id
      left join promotion as p on p.change_request_id = r.id
    where ${condition}
    order by r.created_at desc, r.id desc
    limit ${limit}`

const page = async (client: Client, query: ChangeRequestQuery) => {
  const after = decodeCursor(query.cursor, RequestCursor)
  const conditions = [Prisma.sql`true`]
  if (query.planId !== undefined) conditions.push(Prisma.sql`r.plan_id = ${query.planId}`)
  if (query.statuses !== undefined) {
    const ofStatus = Prisma.sql`r.status = any(${query.statuses}::text[])`
    const naming = query.orNaming ?? []
    conditions.push(naming.length === 0 ? ofStatus : Prisma.sql`(${ofStatus} or ${names(naming)})`)
  }
  if (query.authorId !== undefined) conditions.push(Prisma.sql`r.author_id = ${query.authorId}`)
  if (query.search !== undefined) {
    const pattern = containing(query.search)
    conditions.push(Prisma.sql`(r.title ilike ${pattern} or r.description ilike ${pattern}
      or r.number::text = ${query.search.replace(/^#/, '')})`)
  }
  if (after) conditions.push(Prisma.sql`(r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::text)`)
  const rows = await read(client, Prisma.join(conditions, ' and '), query.limit + 1)
  const { rows: shown, nextCursor } = pageOf(rows, query.limit, (row) => [instant(row.createdAt), row.id])
  return { requests: shown.map(toChangeRequest), nextCursor }
}

/** Only where somebody is still asked: at work, and in threads that nobody has resolved. */
const names = (texts: readonly string[]): Prisma.Sql => {
  const patterns = texts.map(containing)
  return Prisma.sql`(r.status not in ('published', 'closed') and (
    exists (
      select 1 from comment_thread as t join comment as c on c.thread_id = t.id
      where t.change_request_id = r.id and t.resolved_at is null and c.body like any(${patterns}::text[])
    ) or exists (
      select 1 from review where review.change_request_id = r.id and review.body like any(${patterns}::text[])
    )))`
}

const RequestCursor = z.tuple([CursorInstant, CursorText])

const openTouching = async (client: Client, planId: string, ruleKey: string | undefined) => {
  const rows = await client.$queryRaw<{ ruleKey: string; number: number; title: string; status: string }[]>`
    select e.rule_key as "ruleKey", r.number, r.title, r.status
    from change_request as r join change_request_edit as e on e.change_request_id = r.id
    where r.plan_id = ${planId} and r.status not in ('published', 'closed')
      ${ruleKey === undefined ? Prisma.empty : Prisma.sql`and e.rule_key = ${ruleKey}`}
    order by r.number desc, e.rule_key`
  return rows.map((row) => ({ ...row, status: Status.parse(row.status) }))
}
