import { type Decision, decide } from '@/domain/violations/decide'
import type { ChangeRequest } from '@/server/ports/change-request-store'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import type { FixLink } from '@/server/ports/triage-store'
import { type DecisionNote, keepStanding, noteDecisions } from './keep-decisions'

type Happened =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'reopened' }

/**
 * Moves the violations that a request is to end along with it: published, they wait for the version of the plan, or
 * for the app version that the link names; closed, they are open again; reopened, their fix is planned again. Those
 * that somebody decided about otherwise meanwhile stay as they are. In the transaction that changes the request.
 */
export const followRequest = async (
  ctx: Context,
  stores: Stores,
  request: ChangeRequest,
  happened: Happened,
): Promise<void> => {
  // Labels of its rules may say now that others answer for them.
  if (happened.kind === 'published') await stores.triage.forgetOwners(request.planId)
  const links = await stores.triage.fixesOf(request.id)
  if (links.length === 0) return
  const appVersions = new Map(links.map((link) => [link.violationId, link.appVersion]))
  const notes: DecisionNote[] = []
  for (const violation of await stores.triage.lock([...appVersions.keys()])) {
    const { standing } = violation
    // What somebody ignored or said to wait meanwhile is not taken back by a request that is reopened.
    if (happened.kind === 'reopened' && standing.status !== 'open') continue
    const decision = decisionOn(request, appVersions.get(violation.id) ?? null, happened)
    const next = decide(standing, decision, ctx.now())
    const kind = happened.kind === 'reopened' ? 'fix-planned' : 'status'
    if (next) notes.push(await keepStanding(ctx, stores, violation, next, kind))
  }
  await noteDecisions(ctx, stores, notes)
}

const decisionOn = (
  { number }: ChangeRequest,
  appVersion: FixLink['appVersion'],
  happened: Happened,
): Decision => {
  switch (happened.kind) {
    case 'published':
      return {
        kind: 'roll-out',
        request: number,
        rollout: appVersion === null ? { planVersion: happened.version } : { app: appVersion },
      }
    case 'closed':
      return { kind: 'drop-fix', request: number }
    case 'reopened':
      return { kind: 'plan-fix', request: number }
  }
}
