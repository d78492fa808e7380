import { z } from 'zod'
import { CheckView } from '@/contracts/change-request'
import { ChangeView, Level } from '@/contracts/plan'
import type { CheckStore, JudgedEdit, StoredCheck } from '@/server/ports/check-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'

export const checkStore = (client: Client): CheckStore => ({
  judgedEdits: async (changeRequestId, editHashes) => {
    const rows = await client.$queryRaw<(DigestRow & { readonly changes: unknown })[]>`
      select ${digestColumns}, changes from judged_edit where change_request_id = ${changeRequestId}
        ${editHashes === undefined ? Prisma.empty : Prisma.sql`and edit_hash = any(${editHashes}::text[])`}`
    return rows.map(({ changes, ...row }) => ({ ...toDigest(row), changes: Changes.parse(changes) }))
  },
  digests: async (changeRequestId) => {
    const rows = await client.$queryRaw<DigestRow[]>`
      select ${digestColumns} from judged_edit where change_request_id = ${changeRequestId}`
    return rows.map(toDigest)
  },
  checks: async (changeRequestId) => {
    const rows = await client.changeRequestCheck.findMany({
      where: { changeRequestId },
      orderBy: { name: 'asc' },
    })
    return rows.map(({ changeRequestId: _, ...row }) => StoredRow.parse(withoutNulls(row)))
  },
  keep: async (changeRequestId, { judgedEdits, checks }) => {
    await client.judgedEdit.deleteMany({ where: { changeRequestId } })
    await client.changeRequestCheck.deleteMany({ where: { changeRequestId } })
    await addJudged(client, changeRequestId, judgedEdits)
    await addChecks(client, changeRequestId, checks)
  },
  unknownTo: (engine) => client.$queryRaw`
    select r.plan_id as "planId", r.number
    from change_request as r
    where r.status in ('draft', 'in-review', 'changes-requested', 'approved')
      and exists (select 1 from change_request_edit as e where e.change_request_id = r.id)
      and not exists (
        select 1 from change_request_check as c where c.change_request_id = r.id and c.engine = ${engine})
    order by r.id`,
})

type DigestRow = Omit<JudgedEdit, 'changes' | 'digest'> & { readonly digest: unknown }

const digestColumns = Prisma.sql`edit_hash as "editHash", engine, breaks_jointly as "breaksJointly", digest`

const toDigest = ({ digest, ...row }: DigestRow): Omit<JudgedEdit, 'changes'> => ({
  ...row,
  digest: Digest.parse(digest),
})

const Changes = z.array(ChangeView)

const Place = z.object({ pointer: z.string() })

const Digest = z
  .object({
    does: z.string(),
    levels: z.object({ senders: Level, readers: Level }).nullable(),
    schema: z
      .object({
        isObject: z.boolean(),
        defects: z.array(Place.extend({ explanation: z.string() })),
        patterns: z.array(Place.extend({ pattern: z.string() })),
      })
      .nullable(),
  })
  .nullable()

const StoredRow = CheckView.extend({
  fingerprint: z.string(),
  baseVersion: z.int(),
  engine: z.string(),
})

const withoutNulls = (row: object): object =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

// As text: the typed client would drop a key named `__proto__` on its way in.
const addJudged = (client: Client, changeRequestId: string, judged: readonly JudgedEdit[]) =>
  client.$executeRaw`
    insert into judged_edit (change_request_id, edit_hash, engine, changes, breaks_jointly, digest)
    select ${changeRequestId}, edit_hash, engine, changes::json, breaks_jointly, digest::json
    from unnest(
      ${judged.map(({ editHash }) => editHash)}::text[],
      ${judged.map(({ engine }) => engine)}::text[],
      ${judged.map(({ changes }) => JSON.stringify(changes))}::text[],
      ${judged.map(({ breaksJointly }) => breaksJointly)}::boolean[],
      ${judged.map(({ digest }) => (digest === null ? null : JSON.stringify(digest)))}::text[]
    ) as t (edit_hash, engine, changes, breaks_jointly, digest)`

const addChecks = (client: Client, changeRequestId: string, checks: readonly StoredCheck[]) =>
  client.$executeRaw`
    insert into change_request_check (change_request_id, name, fingerprint, base_version, engine, status, conclusion,
      reason, findings)
    select ${changeRequestId}, name, fingerprint, base_version, engine, status, conclusion, reason, findings::json
    from unnest(
      ${checks.map(({ name }) => name)}::text[],
      ${checks.map(({ fingerprint }) => fingerprint)}::text[],
      ${checks.map(({ baseVersion }) => baseVersion)}::int[],
      ${checks.map(({ engine }) => engine)}::text[],
      ${checks.map(({ status }) => status)}::text[],
      ${checks.map(({ conclusion }) => conclusion ?? null)}::text[],
      ${checks.map(({ reason }) => reason ?? null)}::text[],
      ${checks.map(({ findings }) => JSON.stringify(findings))}::text[]
    ) as t (name, fingerprint, base_version, engine, status, conclusion, reason, findings)`
