import type { Json } from '@/domain/plan/json'
import type { MomentKind } from '@/domain/violations/moment-kind'
import type { Standing } from '@/domain/violations/standing'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { Triaged } from '@/server/ports/triage-store'

/** Writes the new standing of a locked violation and the moment that tells of it; `noteDecisions` audits it. */
export const keepStanding = async (
  ctx: Context,
  stores: Stores,
  violation: Triaged,
  standing: Standing,
  kind: MomentKind = 'status',
): Promise<DecisionNote> => {
  const { status, since: _, ...words } = standing
  const detail: Record<string, Json> = { from: violation.standing.status, to: status, ...words }
  await stores.triage.change(violation.id, { standing, by: ctx.actor.personId })
  await addMoment(ctx, stores, violation.id, kind, detail)
  return { violation, action: 'violation-status-changed', detail }
}

/** Writes to whom a locked violation is given, and the moment that tells of it. */
export const keepAssignee = async (
  ctx: Context,
  stores: Stores,
  violation: Triaged,
  assignee: { readonly id: string; readonly name: string } | null,
): Promise<DecisionNote> => {
  const detail: Record<string, Json> = {
    from: violation.assigneeId,
    to: assignee?.id ?? null,
    name: assignee?.name ?? null,
  }
  await stores.triage.change(violation.id, { assigneeId: assignee?.id ?? null, by: ctx.actor.personId })
  await addMoment(ctx, stores, violation.id, 'assigned', detail)
  return { violation, action: 'violation-assigned', detail }
}

const addMoment = (
  ctx: Context,
  stores: Stores,
  violationId: string,
  kind: MomentKind,
  detail: Readonly<Record<string, Json>>,
) =>
  stores.triage.addMoments([
    { id: ctx.newId(), violationId, kind, at: ctx.now(), actorId: ctx.actor.personId, detail },
  ])

/** A decision that is written and still has to go to the audit chain. */
export type DecisionNote = {
  readonly violation: Triaged
  readonly action: 'violation-status-changed' | 'violation-assigned'
  readonly detail: Readonly<Record<string, Json>>
}

/** Writes decisions to the audit chains of their workspaces, last in the transaction. */
export const noteDecisions = async (
  ctx: Context,
  stores: Stores,
  notes: readonly DecisionNote[],
): Promise<void> => {
  const chains = new Map<string, string>()
  for (const { violation, action, detail } of notes) {
    const { planId, id } = violation
    const chain = chains.get(planId) ?? (await stores.plans.find(planId))?.workspaceId
    if (chain === undefined) throw new Error('A violation is of no plan.')
    chains.set(planId, chain)
    await stores.audit.append({
      chain,
      actor: ctx.actor,
      at: ctx.now(),
      action,
      subject: `violation:${id}`,
      details: detail,
    })
  }
}
