import { testMessageId } from '@/domain/sources/test-message'
import type { Context } from '@/server/ports/context'
import type { RouteTest } from '@/server/ports/route-store'
import type { Stores } from '@/server/ports/stores'
import { personOf } from '../authorize'

type Tested = Pick<RouteTest, 'workspaceId' | 'sourceId' | 'route' | 'event' | 'pointer'>

/** Notes a test before its call is sent, so that its arrival is known for what it is. `messageId`: of a new test. */
export const addRouteTest = async (
  ctx: Context,
  { routes, audit }: Stores,
  tested: Tested,
  messageId = testMessageId(ctx.newId()),
): Promise<RouteTest> => {
  const { workspaceId, sourceId, route, event } = tested
  const test: RouteTest = {
    ...tested,
    messageId,
    requestedBy: personOf(ctx.actor),
    madeAt: ctx.now(),
    sentAt: null,
    problem: null,
    arrivedAt: null,
    arrivedBy: null,
  }
  await routes.addTest(test)
  await audit.append({
    chain: workspaceId,
    actor: ctx.actor,
    at: ctx.now(),
    action: 'route-tested',
    subject: `source:${sourceId}`,
    details: { route, event, message: messageId },
  })
  return test
}
