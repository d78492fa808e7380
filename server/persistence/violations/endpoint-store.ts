import { z } from 'zod'
import type { Endpoint, EndpointStore } from '@/server/ports/endpoint-store'
import type { Client } from '../client'
import type { Connection } from '../connection'
import type { Endpoint as Row } from '../generated/client'
import { instant, instantOrNull } from '../rows/instant'
import { storableText } from '../rows/storable-text'

const keptPerEndpoint = 1_000

/** A body is kept for looking at: its beginning says what it was. */
const keptCharacters = 65_536

export const endpointStore = (client: Client, connection: Connection): EndpointStore => ({
  add: async ({ writeKey, ...endpoint }) => {
    await client.endpoint.create({ data: { ...endpoint, ...writeKeyColumns(writeKey) } })
  },
  find: async (id) => {
    const row = await client.endpoint.findUnique({ where: { id } })
    return row && toEndpoint(row)
  },
  findMany: async (ids) =>
    (
      await connection.rows<Row>`
        select id, workspace_id as "workspaceId", kind, source_id as "sourceId", secret_sealed as "secretSealed",
          write_key_hash as "writeKeyHash", write_key_sealed as "writeKeySealed", created_by as "createdBy",
          created_at as "createdAt", deliveries, last_delivery_at as "lastDeliveryAt"
        from endpoint where id = any(${ids}::text[])`
    ).map(toEndpoint),
  list: async () =>
    (await client.endpoint.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })).map(toEndpoint),
  remove: async (id) => (await client.endpoint.deleteMany({ where: { id } })).count === 1,
  findByWriteKey: async (hash) => {
    const row = await client.endpoint.findUnique({ where: { writeKeyHash: hash } })
    return row && toEndpoint(row)
  },
  rotate: async (id, secretSealed, writeKey) => {
    const data = { secretSealed, ...(writeKey && writeKeyColumns(writeKey)) }
    return (await client.endpoint.updateMany({ where: { id }, data })).count === 1
  },
  delivered: async (id, at, count) => {
    await connection.run`
      update endpoint set deliveries = deliveries + ${count}::bigint,
        last_delivery_at = greatest(last_delivery_at, ${at}::timestamptz)
      where id = ${id}`
  },
  setAside: async (endpointId, deliveries) => {
    if (deliveries.length === 0) return
    await client.setAsideDelivery.createMany({
      data: deliveries.slice(-keptPerEndpoint).map(({ id, reason, body, at }) => ({
        id,
        endpointId,
        reason: storableText(reason),
        body: storableText(body.slice(0, keptCharacters)),
        receivedAt: new Date(at),
      })),
    })
    await client.$executeRaw`
      delete from set_aside_delivery where id in (
        select id from set_aside_delivery where endpoint_id = ${endpointId}
        order by received_at desc, id desc offset ${keptPerEndpoint})`
  },
  setAsideOf: async (endpointId, limit) => {
    const rows = await client.setAsideDelivery.findMany({
      where: { endpointId },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    })
    return rows.map(({ id, reason, body, receivedAt }) => ({ id, reason, body, at: instant(receivedAt) }))
  },
})

const writeKeyColumns = (writeKey: Endpoint['writeKey']) => ({
  writeKeyHash: writeKey?.hash ?? null,
  writeKeySealed: writeKey?.sealed ?? null,
})

const toEndpoint = (row: Row): Endpoint => ({
  id: row.id,
  workspaceId: row.workspaceId,
  kind: Kind.parse(row.kind),
  sourceId: row.sourceId,
  secretSealed: row.secretSealed,
  writeKey:
    row.writeKeyHash !== null && row.writeKeySealed !== null
      ? { hash: row.writeKeyHash, sealed: row.writeKeySealed }
      : null,
  createdBy: row.createdBy,
  createdAt: instant(row.createdAt),
  deliveries: Number(row.deliveries),
  lastDeliveryAt: instantOrNull(row.lastDeliveryAt),
})

const Kind = z.enum(['violations', 'events'])
