import type { ViolationComment, ViolationCommentStore } from '@/server/ports/violation-comment-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { storableText } from '../rows/storable-text'

type Row = Omit<ViolationComment, 'at' | 'editedAt' | 'deletedAt'> & {
  readonly at: Date
  readonly editedAt: Date | null
  readonly deletedAt: Date | null
}

export const violationCommentStore = (client: Client): ViolationCommentStore => ({
  ofViolation: (violationId) => read(client, Prisma.sql`said.violation_id = ${violationId}`),
  find: async (id) => (await read(client, Prisma.sql`said.id = ${id}`))[0] ?? null,
  whereNamed: async (names) =>
    names.length === 0
      ? []
      : read(
          client,
          Prisma.sql`said.violation_id in (
            select violation_id from violation_comment as naming, unnest(${names.map((name) => `@${name}`)}::text[]) as name
            where position(name in naming.body) > 0)`,
        ),
  add: async ({ id, violationId, by, at, body }) => {
    await client.violationComment.create({
      data: { id, violationId, authorId: by, body: storableText(body), createdAt: new Date(at) },
    })
  },
  edit: async (id, { body, at }) => {
    await client.violationComment.update({
      where: { id },
      data: { body: storableText(body), editedAt: new Date(at) },
    })
  },
  remove: async (id, at) => {
    await client.violationComment.update({ where: { id }, data: { body: '', deletedAt: new Date(at) } })
  },
})

const read = async (client: Client, which: Prisma.Sql): Promise<readonly ViolationComment[]> => {
  const rows = await client.$queryRaw<Row[]>`
    select said.id, said.violation_id as "violationId", said.author_id as by, person.name as "byName",
      said.created_at as at, said.body, said.edited_at as "editedAt", said.deleted_at as "deletedAt"
    from violation_comment as said join "user" as person on person.id = said.author_id
    where ${which}
    order by said.violation_id, said.created_at, said.id`
  return rows.map(({ at, editedAt, deletedAt, ...row }) => ({
    ...row,
    at: instant(at),
    editedAt: instantOrNull(editedAt),
    deletedAt: instantOrNull(deletedAt),
  }))
}
