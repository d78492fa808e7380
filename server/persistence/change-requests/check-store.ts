import { z } from 'zod'
import { CheckView } from '@/contracts/change-request'
import { ChangeView } from '@/contracts/plan'
import type { CheckStore, JudgedEdit, StoredCheck } from '@/server/ports/check-store'
import type { Client } from '../client'

export const checkStore = (client: Client): CheckStore => ({
  judgedEdits: async (changeRequestId, editHash) => {
    const rows = await client.judgedEdit.findMany({
      where: { changeRequestId, ...(editHash === undefined ? {} : { editHash }) },
    })
    return rows.map(({ editHash, engine, changes, breaksJointly }) => ({
      editHash,
      engine,
      breaksJointly,
      changes: z.array(ChangeView).parse(changes),
    }))
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
    insert into judged_edit (change_request_id, edit_hash, engine, changes, breaks_jointly)
    select ${changeRequestId}, edit_hash, engine, changes::json, breaks_jointly
    from unnest(
      ${judged.map(({ editHash }) => editHash)}::text[],
      ${judged.map(({ engine }) => engine)}::text[],
      ${judged.map(({ changes }) => JSON.stringify(changes))}::text[],
      ${judged.map(({ breaksJointly }) => breaksJointly)}::boolean[]
    ) as t (edit_hash, engine, changes, breaks_jointly)`

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
