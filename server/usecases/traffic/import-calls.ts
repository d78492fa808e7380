import type { CallsImported, ImportCalls } from '@/contracts/call-import'
import { mostRefusalsTold } from '@/contracts/violation-import'
import type { JsonObject } from '@/domain/plan/json'
import { testOf } from '@/domain/sources/test-message'
import { callOfRow } from '@/domain/traffic/call-of-row'
import { importedCall } from '@/domain/traffic/imported-call'
import { knownDays } from '@/domain/violations/known-days'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { type CollectedCall, judgeCollected } from '../collector/judge-collected'
import { type KnownSource, readSource } from '../collector/known-sources'
import { occurrencesOfCalls } from '../collector/occurrences-of-calls'
import { recordReceived } from '../collector/record-received'
import { fail } from '../fail'
import { importTarget } from '../violations/import-target'
import { type FileRecord, readRecords } from '../violations/read-records'
import { planSubject } from '../workspaces/subjects'
import { rememberedDays } from './prune-traffic'

type Input = ImportCalls & { readonly plan: string; readonly file: string }

/** Calls that are judged, and then committed, together. */
const batchSize = 500

const dayMs = 86_400_000

type Refusal = CallsImported['refusals'][number]

/**
 * Takes calls of a source from a file, or a part of one, for networks that no library reaches: judged by the plan at
 * head, masked, recorded and counted like calls of the collector. A call counts once, however often its file comes,
 * by its source and `messageId`; what is so old that nobody would know is late and changes nothing. What cannot be taken
 * is told by its line; the rest is.
 */
export const importCalls = async (ctx: Context, input: Input): Promise<CallsImported> => {
  const { plan, known } = await ctx.transaction(async (stores) => {
    const { plan, source } = await importTarget(ctx, stores, input)
    if (source === null || source.planId !== plan.id) return refuse('The source does not follow this plan.')
    const known = await readSource(ctx, stores, plan.workspaceId, source.id)
    return known.plan === null ? refuse('Its plan has no version yet that could judge.') : { plan, known }
  })
  const records = readRecords(input.file, input.format, input.line)
  const total = { taken: 0, duplicates: 0, late: 0, broken: 0, notJudged: 0, violations: 0 }
  const refusals: Refusal[] = []
  for (let from = 0; from < records.length; from += batchSize) {
    const { calls, late, refused } = readCalls(records.slice(from, from + batchSize), input.format, ctx.now())
    const judged = await judgeCollected(
      ctx,
      known,
      calls.map(({ call }) => call),
    )
    const dated = judged.map((call, i) => ({ ...call, at: calls[i]?.at ?? call.at }))
    const { fresh, violations } = await ctx.transaction((stores) => commit(ctx, stores, known, dated))
    total.taken += fresh
    total.duplicates += dated.length - fresh
    total.late += late
    total.violations += violations
    total.broken += count(dated, ({ judged }) => (judged?.breaches.length ?? 0) > 0)
    total.notJudged += count(dated, ({ judged }) => judged === null || judged.notJudged !== null)
    refusals.push(...refused)
  }
  const report = { records: records.length, ...total, refused: refusals.length }
  await ctx.transaction((stores) =>
    stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'calls-imported',
      subject: planSubject(plan.id),
      details: { format: input.format, source: known.source.id, ...report },
    }),
  )
  return { ...report, refusals: refusals.slice(0, mostRefusalsTold) }
}

const refuse = (message: string): never =>
  fail({ code: 'invalid-input', fields: [{ path: 'source', message }] })

type Read = {
  readonly calls: { readonly call: JsonObject; readonly at: string }[]
  readonly refused: Refusal[]
  late: number
}

const readCalls = (batch: readonly FileRecord[], format: ImportCalls['format'], now: string): Read => {
  const read: Read = { calls: [], refused: [], late: 0 }
  const earliest = new Date(Date.parse(now) - knownDays * dayMs).toISOString()
  for (const { line, record } of batch) {
    if (testOf(record) !== null) {
      read.refused.push({ line, reason: 'It is a test of a route: proof, and no call of anybody’s.' })
      continue
    }
    const row = format === 'csv' ? callOfRow(record as Readonly<Record<string, string>>) : record
    const found = importedCall(row, now)
    if (!found.ok) read.refused.push({ line, reason: found.reason })
    else if (found.at < earliest) read.late += 1
    else read.calls.push(found)
  }
  return read
}

const commit = async (
  ctx: Context,
  stores: Stores,
  known: KnownSource,
  calls: readonly CollectedCall[],
): Promise<{ readonly fresh: number; readonly violations: number }> => {
  const now = ctx.now()
  // Until each of them would be late.
  const remembered = new Date(Date.parse(now) + (knownDays + 1 - rememberedDays) * dayMs).toISOString()
  const fresh = await recordReceived(ctx, stores, [{ known, calls }], remembered)
  const occurrences = known.plan === null ? [] : occurrencesOfCalls(known.plan.id, known.source, calls)
  const folded = await stores.violations.fold(occurrences, { now, newId: ctx.newId })
  if (fresh.size > 0)
    await stores.routes.arrived(known.source.workspaceId, [
      { sourceId: known.source.id, route: 'import', arrivals: fresh.size, lastAt: now },
    ])
  return { fresh: fresh.size, violations: count(folded, (one) => one === 'counted') }
}

const count = <T>(list: readonly T[], counts: (one: T) => boolean): number => list.filter(counts).length
