import type { Context } from '@/server/ports/context'
import type { SegmentAnswer, SegmentGateway } from '@/server/ports/segment-gateway'
import type { Workspace } from '@/server/ports/workspace-store'

/** The gateway to a connected workspace; one that answers `sealed-token` to everything where its token cannot be read. */
export const segmentOf = (ctx: Context, { tokenSealed, apiUrl }: Workspace): SegmentGateway => {
  const token = ctx.secrets.tryOpen(tokenSealed)
  return token === null ? sealedGateway : ctx.segment({ token, apiUrl })
}

const sealed = async (): Promise<SegmentAnswer<never>> => ({
  ok: false,
  problem: {
    kind: 'sealed-token',
    message:
      'The token of this workspace was stored under another SECRET_KEY and cannot be read. Bring that key back, or connect the workspace again with its token.',
  },
})

const sealedGateway: SegmentGateway = {
  workspace: sealed,
  livePlans: sealed,
  createPlan: sealed,
  readRules: sealed,
  upsertRules: sealed,
  removeRules: sealed,
  sources: sealed,
  planSources: sealed,
  sourceSettings: sealed,
  changeSourceSettings: sealed,
  writeKeys: sealed,
  createSource: sealed,
  removeSource: sealed,
  destinations: sealed,
  createDestination: sealed,
  changeDestinationSettings: sealed,
  removeDestination: sealed,
  subscriptions: sealed,
  createSubscription: sealed,
  sendCall: sealed,
  eventVolume: sealed,
  blockedEvents: sealed,
}
