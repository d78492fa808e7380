import type { PromotionEdits, TracedRule } from '@/domain/promotion/promotion-edits'
import { promotionEdits } from '@/domain/promotion/promotion-edits'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { headOf } from '../change-requests/open-request'
import { fail } from '../fail'
import type { FollowingPlan } from './find-target'

type Asked = { readonly version?: number | undefined; readonly exact?: boolean | undefined }

export type FoundPromotion = {
  readonly version: number
  /** What was promoted before; null at the first time. */
  readonly from: number | null
  readonly head: readonly TracedRule[]
  readonly upstream: readonly TracedRule[]
  readonly found: PromotionEdits
}

/** What a promotion comes to right now. Only what is live upstream goes on, or was before it. */
export const findPromotion = async (
  stores: Stores,
  { target, follower, upstream }: FollowingPlan,
  { version: asked, exact = false }: Asked,
): Promise<FoundPromotion> => {
  const version = versionToPromote(upstream, asked)
  const headVersion = headOf(follower)
  const from = target.promoted?.version ?? null
  const head = await stores.rules.ofVersion(follower.id, headVersion)
  const rules = await stores.rules.ofVersion(upstream.id, version)
  const found = promotionEdits({
    from: from === null ? [] : await stores.rules.ofVersion(upstream.id, from),
    upstream: rules,
    head,
    names: new Map([
      ...(await stores.rules.names(upstream.id, Math.max(version, from ?? version))),
      ...(await stores.rules.names(follower.id, headVersion)),
    ]),
    isExact: exact,
  })
  return { version, from, head, upstream: rules, found }
}

const versionToPromote = ({ name, liveVersion }: Plan, asked: number | undefined): number => {
  if (liveVersion === null)
    return fail({
      code: 'wrong-state',
      detail: `No version of ${name} is live yet, so there is nothing to promote.`,
      status: 'not-live',
    })
  const version = asked ?? liveVersion
  if (version > liveVersion)
    fail({
      code: 'invalid-input',
      fields: [{ path: 'version', message: `Version ${liveVersion} of ${name} is the newest that is live.` }],
    })
  return version
}
