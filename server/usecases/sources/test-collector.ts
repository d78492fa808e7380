import type { RouteTestStarted } from '@/contracts/source'
import type { Context } from '@/server/ports/context'
import type { Stores } from '@/server/ports/stores'
import { authorize, isAllowed } from '../authorize'
import { fail } from '../fail'
import { addRouteTest } from './add-route-test'
import { callCommand } from './call-command'
import { eventsEndpointOf } from './events-endpoint-of'
import { findRoutePlace } from './find-route-place'
import { testView } from './test-view'

const event = 'Plumbline Test'

/**
 * Sends a call to our own collector, at the address that apps are given, and leaves the screen to watch for it. It
 * comes to be known as a test there, and counts neither as traffic nor as a violation. Where this server cannot reach
 * its own address, the call is handed out to be sent from where the app runs; with the write key for those who may see it.
 */
export const testCollector = async (
  ctx: Context,
  { id }: { readonly id: string },
): Promise<RouteTestStarted> => {
  const { test, writeKey } = await ctx.transaction((stores) => prepare(ctx, stores, id))
  const call = {
    type: 'track',
    event,
    messageId: test.messageId,
    userId: 'plumbline-test',
    timestamp: test.madeAt,
    properties: {},
    integrations: { All: false },
  }
  const { sendCall } = ctx.segment({ token: '', apiUrl: ctx.appUrl })
  const sent = writeKey === null ? null : await sendCall(writeKey, call)
  const outcome = sent?.ok
    ? { sentAt: ctx.now() }
    : {
        problem: writeKey === null ? sealedKey : `This server does not reach ${ctx.appUrl} itself. ${byHand}`,
      }
  await ctx.transaction(({ routes }) => routes.setTestSent(test.messageId, outcome))
  const shown = isAllowed(ctx.actor, 'manage-endpoints') ? (writeKey ?? undefined) : undefined
  return { ...testView({ ...test, ...outcome }), command: callCommand(ctx.appUrl, call, shown) }
}

const byHand = 'Send the call below from where the app runs.'
const sealedKey = `The write key was stored under another SECRET_KEY and cannot be read; make a new one. ${byHand}`

const prepare = async (ctx: Context, stores: Stores, id: string) => {
  authorize(ctx.actor, 'connect-sources')
  const { source, route } = await findRoutePlace(stores, { id, route: 'collector' })
  const endpoint =
    (await eventsEndpointOf(stores, source)) ??
    fail({
      code: 'wrong-state',
      detail: 'This source has no write key yet. An administrator can make one.',
      status: 'not-connected',
    })
  const { workspaceId } = source
  const test = await addRouteTest(ctx, stores, { workspaceId, sourceId: id, route, event, pointer: '' })
  return { test, writeKey: endpoint.writeKey && ctx.secrets.tryOpen(endpoint.writeKey.sealed) }
}
