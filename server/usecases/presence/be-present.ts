import { type BePresent, type PresenceView, presentMs } from '@/contracts/presence'
import { parseRuleKey, ruleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { authorize, personOf } from '../authorize'
import type { RequestName } from '../change-requests/load-change-request'
import { presentTab } from './present-tab'

/**
 * Keeps a person on a request for the next seconds, and gives everybody else who is there. It changes nothing of the
 * request, so it takes no lock and stands in no audit chain.
 */
export const bePresent = (ctx: Context, input: RequestName & BePresent): Promise<PresenceView> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-change-requests')
    const me = personOf(ctx.actor)
    const tab = await presentTab(stores, me, input, input.tab)
    const at = ctx.now()
    await stores.presence.beat(tab, input.rule === undefined ? null : ruleKey(input.rule), at)
    const since = new Date(Date.parse(at) - presentMs).toISOString()
    const present = await stores.presence.since(tab.requestId, since)
    return {
      people: present
        .filter(({ id }) => id !== me)
        .map(({ id, name, ruleKeys }) => ({
          id,
          name,
          editing: ruleKeys.flatMap((key) => parseRuleKey(key) ?? []),
        })),
    }
  })
