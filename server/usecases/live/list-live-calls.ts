import { type LiveCallsView, type LiveCallView, mostLiveCalls } from '@/contracts/live'
import { violationFingerprint } from '@/domain/violations/fingerprint'
import { callTypes } from '@/domain/violations/occurrence'
import type { Context } from '@/server/ports/context'
import type { LiveCall } from '@/server/ports/live-store'
import { authorize } from '../authorize'
import { fail } from '../fail'

/**
 * The newest calls of the source that an endpoint is for; those after one that is known already where it is named, and
 * those by one write key where it is said how that ends.
 */
export const listLiveCalls = (
  ctx: Context,
  { id, after, key }: { readonly id: string; readonly after?: string; readonly key?: string },
): Promise<LiveCallsView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-sources')
    const endpoint = await stores.endpoints.find(id)
    if (!endpoint?.writeKey || endpoint.sourceId === null)
      return fail({ code: 'not-found', what: 'write key' })
    const { workspaceId, sourceId } = endpoint
    const source = (await stores.sources.ofWorkspace(workspaceId)).find((one) => one.id === sourceId)
    const planId = source?.planId ?? null
    const calls = await stores.live.newest({ workspaceId, sourceId, keyEnding: key, after }, mostLiveCalls)
    const fingerprints = calls.flatMap((call) => fingerprintsOf(planId, call))
    const violations = await stores.violations.idsOf([...new Set(fingerprints)])
    return {
      calls: calls.map((call) => {
        const ids = fingerprintsOf(planId, call).map((fingerprint) => violations.get(fingerprint) ?? null)
        return viewOf(call, ids)
      }),
    }
  })

/** One for each breach of a call, in their order. */
const fingerprintsOf = (plan: string | null, { callType, event, verdict }: LiveCall): readonly string[] => {
  const known = callTypes.find((type) => type === callType)
  if (plan === null || known === undefined || verdict.is !== 'judged') return []
  return verdict.breaches.map(({ pointer, type }) =>
    violationFingerprint({ plan, callType: known, event, pointer, type }),
  )
}

const viewOf = (
  { id, at, keyEnding, callType, event, call, masked, verdict, skipped }: LiveCall,
  violations: readonly (string | null)[],
): LiveCallView => ({
  id,
  at,
  keyEnding,
  callType,
  event,
  call,
  masked: [...masked],
  skipped,
  verdict: verdict.is !== 'judged' ? verdict.is : verdict.breaches.length > 0 ? 'invalid' : 'valid',
  reason: verdict.is === 'judged' ? null : verdict.reason,
  ruleVersion: verdict.is === 'judged' ? verdict.ruleVersion : null,
  breaches:
    verdict.is !== 'judged'
      ? []
      : verdict.breaches.map(({ type, pointer, message }, i) => ({
          type,
          pointer,
          message,
          violation: violations[i] ?? null,
        })),
})
