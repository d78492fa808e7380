import type { Triaged as TriagedView, TriageMany } from '@/contracts/board'
import { Failed } from '@/contracts/failed'
import type { ChangeViolation } from '@/contracts/violation'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { Triaged } from '@/server/ports/triage-store'
import type { ViolationFilter } from '@/server/ports/violation-store'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { type DecisionNote, noteDecisions } from './keep-decisions'
import { triage } from './triage'
import { undoing } from './undoing'
import { violationFilterOf } from './violation-filter-of'

/** So many of a bundle are decided about in one transaction. */
const bundlePart = 200

type Outcome = TriagedView['data'][number]

/**
 * Does the same to many violations, or to a part of those of a bundle; each by itself: one that cannot be changed, or
 * about which somebody else decided since, does not keep the others from it.
 */
export const triageMany = (ctx: Context, input: TriageMany): Promise<TriagedView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'triage-violations')
    const { violations, change } = input
    const seen = new Map(violations.map(({ id, revision }) => [id, revision]))
    const filter = await filterOf(ctx, stores, input)
    const ofBundle =
      filter === null ? [] : await stores.board.idsOf(filter, { after: input.after, limit: bundlePart })
    const ids = [...new Set([...seen.keys(), ...ofBundle])]
    const locked = new Map((await stores.triage.lock(ids)).map((violation) => [violation.id, violation]))
    await refuseStale(stores, filter, input)
    const notes: DecisionNote[] = []
    const outcomes = new Map<string, Outcome>()
    for (const violation of locked.values())
      outcomes.set(violation.id, await one(ctx, stores, violation, seen.get(violation.id), change, notes))
    await noteDecisions(ctx, stores, notes)
    const next = ofBundle.length === bundlePart ? (ofBundle.at(-1) ?? null) : null
    return {
      data: ids.map((id) => outcomes.get(id) ?? refused(id, 'not-found', 'It is not known any more.')),
      next,
      nextRevision: filter === null || next === null ? null : await stores.board.revisionOf(filter, next),
    }
  })

/**
 * The members that are meant; null without a bundle. They are taken in the order of their ids, which no decision changes:
 * members that are decided about leave the filter, not the order.
 */
const filterOf = async (
  ctx: Context,
  stores: Stores,
  { bundle, filter = {} }: TriageMany,
): Promise<ViolationFilter | null> =>
  bundle === undefined ? null : violationFilterOf(ctx, stores, { ...filter, bundle })

/** Asked once the part is locked, so that nobody decides about it after the answer. */
const refuseStale = async (
  stores: Stores,
  filter: ViolationFilter | null,
  { revision, after }: TriageMany,
): Promise<void> => {
  if (filter === null || revision === undefined) return
  if ((await stores.board.revisionOf(filter, after)) !== revision)
    fail({
      code: 'stale',
      detail: 'Somebody else decided about violations of this bundle since you looked.',
      current: null,
    })
}

const one = async (
  ctx: Context,
  stores: Stores,
  violation: Triaged,
  revision: number | undefined,
  change: ChangeViolation,
  notes: DecisionNote[],
): Promise<Outcome> => {
  const { id } = violation
  if (revision !== undefined && revision !== violation.revision)
    return refused(id, 'stale', 'Somebody else decided about it since you looked.')
  try {
    const written = await triage(ctx, stores, violation, change)
    notes.push(...written)
    return {
      id,
      outcome: written.length > 0 ? 'changed' : 'unchanged',
      code: null,
      detail: null,
      revision: violation.revision + written.length,
      before: written.length > 0 ? undoing(violation, change) : null,
    }
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    const { failure } = error
    // What nobody can be given, or no version at all, is wrong for all of them.
    if (failure.code === 'invalid-input') throw error
    return refused(id, failure.code, 'detail' in failure ? failure.detail : null)
  }
}

const refused = (id: string, code: string, detail: string | null): Outcome => ({
  id,
  outcome: 'refused',
  code,
  detail,
  revision: null,
  before: null,
})
