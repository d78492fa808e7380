import type { AlertDeliveryView } from '@/contracts/alert'
import type { Listing, ListQuery } from '@/contracts/listing'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { pageOf } from '../people/page-of'

/** Older ones are only kept for not being sent again. */
const shown = 200

/** The newest alerts of a rule, newest first. */
export const listAlertDeliveries = (
  ctx: Context,
  { id, ...query }: { readonly id: string } & Partial<ListQuery>,
): Promise<Listing<AlertDeliveryView>> =>
  ctx.transaction(async ({ alerts }) => {
    authorize(ctx.actor, 'manage-alerts')
    if ((await alerts.rule(id)) === null) fail({ code: 'not-found', what: 'alert rule' })
    const { data, nextCursor } = pageOf(await alerts.deliveries(id, shown), query)
    return {
      data: data.map(({ message, ruleId: _, cause: __, toAddress: ___, ...delivery }) => ({
        ...delivery,
        kind: message.kind,
        title: message.title,
        link: message.link,
      })),
      nextCursor,
    }
  })
