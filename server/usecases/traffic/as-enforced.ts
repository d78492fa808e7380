import { enforcing, type ProtocolSettings } from '@/domain/validation/protocol-settings'
import type { Stores } from '@/server/ports/stores'
import type { RecordedCall } from '@/server/ports/traffic-store'

/** A recorded call with what its source blocks or omits now. */
export type EnforcedCall = RecordedCall & { readonly settings?: ProtocolSettings | undefined }

/** Says of recorded calls of a plan how their sources enforce it, so that they are judged as Segment will judge. */
export const asEnforced = async (
  { plans, sources }: Pick<Stores, 'plans' | 'sources'>,
  planId: string,
): Promise<(call: RecordedCall) => EnforcedCall> => {
  const plan = await plans.find(planId)
  const known = plan === null ? [] : await sources.ofWorkspace(plan.workspaceId)
  const ofSource = new Map(
    // Kept as Segment gave them; the words that count are looked at one by one.
    known.map(({ id, settings }) => [id, enforcing((settings ?? {}) as ProtocolSettings)]),
  )
  return (call) => {
    const settings = ofSource.get(call.sourceId)
    return settings === undefined ? call : { ...call, settings }
  }
}
