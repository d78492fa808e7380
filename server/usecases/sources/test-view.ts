import type { RouteTestView } from '@/contracts/source'
import type { RouteTest } from '@/server/ports/route-store'

export const testView = (test: RouteTest): RouteTestView => ({
  messageId: test.messageId,
  event: test.event,
  pointer: test.pointer,
  madeAt: test.madeAt,
  sentAt: test.sentAt,
  problem: test.problem,
  arrivedAt: test.arrivedAt,
})
