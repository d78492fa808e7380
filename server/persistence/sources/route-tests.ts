import { z } from 'zod'
import { routes } from '@/domain/sources/route'
import type { RouteStore, RouteTest, TestArrival } from '@/server/ports/route-store'
import type { Client } from '../client'
import { Prisma, type RouteTest as Row } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { storableText } from '../rows/storable-text'

export const addTest = async (client: Client, test: RouteTest): Promise<void> => {
  await client.routeTest.create({ data: { ...test, event: storableText(test.event) } })
}

export const setTestSent: (client: Client, ...given: Parameters<RouteStore['setTestSent']>) => Promise<void> =
  async (client, messageId, outcome) => {
    const problem = 'problem' in outcome ? { problem: storableText(outcome.problem) } : outcome
    await client.routeTest.updateMany({ where: { messageId }, data: problem })
  }

/** The first arrival counts; a later one of the same call changes nothing. */
export const testsArrived = async (
  client: Client,
  messageIds: readonly string[],
  arrival: TestArrival,
): Promise<readonly string[]> => {
  if (messageIds.length === 0) return []
  const rows = await client.$queryRaw<{ messageId: string }[]>`
    select message_id as "messageId" from route_test where message_id = any(${messageIds}::text[])`
  await client.$executeRaw`
    update route_test set arrived_at = ${arrival.at}::timestamptz, arrived_by = ${arrival.by}
    where message_id = any(${messageIds}::text[]) and arrived_at is null
      and ${arrival.by === 'collector' ? Prisma.sql`route = 'collector' and source_id = ${arrival.sourceId}` : Prisma.sql`route <> 'collector'`}`
  return rows.map(({ messageId }) => messageId)
}

/** The newest test of each route of a source. */
export const latestTests = async (
  client: Client,
  workspaceId: string,
  sourceId: string,
): Promise<readonly RouteTest[]> => {
  const rows = await client.routeTest.findMany({
    where: { workspaceId, sourceId },
    orderBy: [{ madeAt: 'desc' }, { messageId: 'desc' }],
    distinct: ['route'],
  })
  return rows.map(toTest)
}

const toTest = (row: Row): RouteTest => ({
  ...row,
  route: z.enum(routes).parse(row.route),
  madeAt: instant(row.madeAt),
  sentAt: instantOrNull(row.sentAt),
  arrivedAt: instantOrNull(row.arrivedAt),
})
