import {
  type ImportViolations,
  mostRefusalsTold,
  type ViolationsImported,
} from '@/contracts/violation-import'
import { testOf } from '@/domain/sources/test-message'
import type { Occurrence } from '@/domain/violations/occurrence'
import { parseImportedViolation } from '@/domain/violations/parse-imported-violation'
import type { Context } from '@/server/ports/context'
import type { Plan } from '@/server/ports/plan-store'
import type { Source } from '@/server/ports/source-store'
import type { Stores } from '@/server/ports/stores'
import type { Occurrence as PlacedOccurrence } from '@/server/ports/violation-store'
import { planSubject } from '../workspaces/subjects'
import { importTarget } from './import-target'
import { placeMemory } from './place-memory'
import { placeOccurrences } from './place-occurrences'
import { type FileRecord, readRecords } from './read-records'

type Input = ImportViolations & { readonly plan: string; readonly file: string }

/** Records that are folded in one transaction. */
const batchSize = 1_000

type Refusal = ViolationsImported['refusals'][number]

/**
 * Takes violations from a file, or a part of one, for networks that Segment cannot reach. They are counted as any
 * others: what is known already, by whichever route, changes nothing, so a file may be sent again. What cannot be
 * taken is told by its line; the rest is.
 */
export const importViolations = async (ctx: Context, input: Input): Promise<ViolationsImported> => {
  const { plan, source } = await ctx.transaction((stores) => importTarget(ctx, stores, input))
  const records = readRecords(input.file, input.format, input.line)
  const total = { taken: 0, duplicates: 0, late: 0 }
  const refusals: Refusal[] = []
  for (let from = 0; from < records.length; from += batchSize) {
    const batch = records.slice(from, from + batchSize)
    const outcome = await ctx.transaction((stores) => takeBatch(ctx, stores, { plan, source, batch }))
    total.taken += outcome.taken
    total.duplicates += outcome.duplicates
    total.late += outcome.late
    refusals.push(...outcome.refusals)
  }
  const report = { records: records.length, ...total, refused: refusals.length }
  await ctx.transaction((stores) =>
    stores.audit.append({
      chain: plan.workspaceId,
      actor: ctx.actor,
      at: ctx.now(),
      action: 'violations-imported',
      subject: planSubject(plan.id),
      details: { format: input.format, source: source?.id ?? null, ...report },
    }),
  )
  return { ...report, refusals: refusals.slice(0, mostRefusalsTold) }
}

type Batch = {
  readonly plan: Plan
  readonly source: Source | null
  readonly batch: readonly FileRecord[]
}

const takeBatch = async (ctx: Context, stores: Stores, { plan, source, batch }: Batch) => {
  const now = ctx.now()
  const refusals: Refusal[] = []
  const read: { readonly line: number; readonly occurrence: Occurrence }[] = []
  for (const { line, record } of batch) {
    const reading = readable(record, { now, source })
    if (reading.ok) for (const occurrence of reading.occurrences) read.push({ line, occurrence })
    else refusals.push({ line, reason: reading.reason })
  }
  const found = await placed(stores, plan, read, now)
  const own = found.filter((one): one is PlacedOccurrence => one?.planId === plan.id)
  for (const [i, { line }] of read.entries())
    if (found[i]?.planId !== plan.id)
      refusals.push({ line, reason: 'The violation is of another plan of this workspace.' })
  refusals.sort((a, b) => a.line - b.line)
  await noteArrivals(stores, plan.workspaceId, own, now)
  const folded = await stores.violations.fold(own, { now, newId: ctx.newId })
  const count = (what: (typeof folded)[number]) => folded.filter((one) => one === what).length
  return { taken: count('counted'), duplicates: count('duplicate'), late: count('late'), refusals }
}

const readable = (record: unknown, asked: Parameters<typeof parseImportedViolation>[1]) => {
  if (record === undefined) return { ok: false as const, reason: 'The line is no JSON.' }
  if (testOf(record) !== null)
    return { ok: false as const, reason: 'It is a test of a route: proof, and no violation.' }
  return parseImportedViolation(record, asked)
}

/** Where occurrences belong; those whose plan nobody here knows, to the plan that was meant. */
const placed = async (
  stores: Stores,
  plan: Plan,
  read: readonly { readonly occurrence: Occurrence }[],
  now: string,
) => {
  const { workspaceId } = plan
  const memory = placeMemory()
  const place = (occurrences: readonly Occurrence[]) =>
    placeOccurrences(
      stores,
      occurrences.map((occurrence) => ({ workspaceId, occurrence })),
      now,
      memory,
    )
  const found = await place(read.map(({ occurrence }) => occurrence))
  const homeless = read.flatMap(({ occurrence }, i) => (found[i] === null ? [ofPlan(occurrence, plan)] : []))
  const meant = [...(await place(homeless))]
  return found.map((one) => one ?? meant.shift() ?? null)
}

/** Whoever imports says which plan is meant; a plan id that nobody here knows says nothing against it. */
const ofPlan = (occurrence: Occurrence, { id, name }: Plan): Occurrence => ({
  ...occurrence,
  plan: { resourceSchemaId: id, name },
})

const noteArrivals = async (
  { routes }: Stores,
  workspaceId: string,
  placed: readonly PlacedOccurrence[],
  now: string,
) => {
  const counts = new Map<string, number>()
  for (const { sourceId } of placed) counts.set(sourceId, (counts.get(sourceId) ?? 0) + 1)
  await routes.arrived(
    workspaceId,
    [...counts].map(([sourceId, arrivals]) => ({ sourceId, route: 'import', arrivals, lastAt: now })),
  )
}
