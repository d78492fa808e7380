import { z } from 'zod'
import { CheckFinding, CheckView } from '@/contracts/change-request'
import { ReplayResultView } from '@/contracts/replay'
import type { ReplayStore } from '@/server/ports/replay-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { parsedOrNull } from '../rows/stored-json'

export const replayStore = (client: Client): ReplayStore => ({
  find: async (changeRequestId) => {
    const row = await client.replay.findUnique({ where: { changeRequestId }, omit: { result: true } })
    if (row === null) return null
    const { status, conclusion, reason, findings, fingerprint, baseVersion, engine } = row
    const check = CheckView.parse({
      name: 'replay',
      status,
      conclusion: conclusion ?? undefined,
      reason: reason ?? undefined,
      findings: z.array(CheckFinding).parse(findings),
    })
    return { check, fingerprint, baseVersion, engine, at: instant(row.at) }
  },
  result: async (changeRequestId) => {
    const row = await client.replay.findUnique({ where: { changeRequestId }, select: { result: true } })
    return parsedOrNull(ReplayResultView, row?.result ?? null)
  },
  keep: async (changeRequestId, { check, fingerprint, baseVersion, engine, at, result }) => {
    // As text: the typed client would drop a key named `__proto__` on its way in.
    await client.$executeRaw`
      insert into replay (change_request_id, fingerprint, base_version, engine, status, conclusion, reason, findings,
        result, at)
      values (${changeRequestId}, ${fingerprint}, ${baseVersion}, ${engine}, ${check.status},
        ${check.conclusion ?? null}, ${check.reason ?? null}, ${JSON.stringify(check.findings)}::json,
        ${result === null ? null : JSON.stringify(result)}::json, ${at}::timestamptz)
      on conflict (change_request_id) do update set fingerprint = excluded.fingerprint,
        base_version = excluded.base_version, engine = excluded.engine, status = excluded.status,
        conclusion = excluded.conclusion, reason = excluded.reason, findings = excluded.findings,
        result = excluded.result, at = excluded.at`
  },
  forget: async (changeRequestId) => {
    await client.replay.deleteMany({ where: { changeRequestId } })
  },
})
