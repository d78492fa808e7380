import { z } from 'zod'
import { type RuleId, ruleTypes } from '@/domain/plan/rule'
import type { CommentThread, StoredComment } from '@/server/ports/comment-store'
import type { Client } from '../client'
import { instant, instantOrNull } from '../rows/instant'

type ThreadRow = {
  readonly id: string
  readonly type: string | null
  readonly key: string | null
  readonly version: number | null
  readonly pointer: string | null
  readonly at: Date
  readonly resolvedBy: string | null
  readonly resolvedByName: string | null
  readonly resolvedAt: Date | null
}

type CommentRow = {
  readonly id: string
  readonly threadId: string
  readonly by: string
  readonly byName: string
  readonly at: Date
  readonly body: string
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
  readonly suggestion: string | null
  readonly appliedByName: string | null
  readonly appliedAt: Date | null
}

/** All threads of a request with all that was said in them, oldest first. */
export const readThreads = async (
  client: Client,
  changeRequestId: string,
): Promise<readonly CommentThread[]> => {
  const threads = await client.$queryRaw<ThreadRow[]>`
    select t.id, t.type, t.key, t.version, t.pointer, t.created_at as at, t.resolved_by as "resolvedBy",
      person.name as "resolvedByName", t.resolved_at as "resolvedAt"
    from comment_thread as t left join "user" as person on person.id = t.resolved_by
    where t.change_request_id = ${changeRequestId}
    order by t.created_at, t.id`
  if (threads.length === 0) return []
  const comments = await client.$queryRaw<CommentRow[]>`
    select c.id, c.thread_id as "threadId", c.author_id as by, person.name as "byName", c.created_at as at, c.body,
      c.edited_at as "editedAt", c.deleted_at as "deletedAt", c.suggestion_text as suggestion,
      taker.name as "appliedByName", c.applied_at as "appliedAt"
    from comment as c
      join comment_thread as t on t.id = c.thread_id
      join "user" as person on person.id = c.author_id
      left join "user" as taker on taker.id = c.applied_by
    where t.change_request_id = ${changeRequestId}
    order by c.created_at, c.id`
  const said = new Map<string, StoredComment[]>(threads.map(({ id }) => [id, []]))
  for (const row of comments) said.get(row.threadId)?.push(toComment(row))
  return threads.map((row) => toThread(row, said.get(row.id) ?? []))
}

const toThread = (row: ThreadRow, comments: readonly StoredComment[]): CommentThread => ({
  id: row.id,
  rule: ruleIn(row),
  pointer: row.pointer,
  at: instant(row.at),
  resolved:
    row.resolvedBy !== null && row.resolvedAt !== null
      ? { by: row.resolvedBy, byName: row.resolvedByName ?? '', at: instant(row.resolvedAt) }
      : null,
  comments,
})

const ruleIn = ({ type, key, version }: ThreadRow): RuleId | null =>
  type === null || version === null ? null : { type: z.enum(ruleTypes).parse(type), key, version }

const toComment = ({ threadId: _, appliedByName, appliedAt, ...row }: CommentRow): StoredComment => ({
  ...row,
  at: instant(row.at),
  editedAt: instantOrNull(row.editedAt),
  deletedAt: instantOrNull(row.deletedAt),
  applied:
    appliedByName !== null && appliedAt !== null ? { byName: appliedByName, at: instant(appliedAt) } : null,
})
