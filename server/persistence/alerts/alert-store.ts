import type { AlertDelivery, AlertStore } from '@/server/ports/alert-store'
import type { Client } from '../client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'
import { toDelivery, toRule } from './alert-rows'
import { beganToBlock, busyHours } from './counted-hours'

export const alertStore = (client: Client): AlertStore => ({
  rules: async (workspaceId) =>
    (
      await client.alertRule.findMany({
        where: workspaceId === undefined ? {} : { workspaceId },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      })
    ).map(toRule),
  rule: async (id) => {
    const row = await client.alertRule.findUnique({ where: { id } })
    return row && toRule(row)
  },
  save: async ({ id, name, event, hint, kinds, ...rule }) => {
    const set = {
      ...rule,
      kinds: [...kinds],
      name: storableText(name),
      event: event === null ? null : storableText(event),
      hint: storableText(hint),
    }
    await client.alertRule.upsert({ where: { id }, create: { id, ...set }, update: set })
  },
  remove: async (id) => {
    await client.alertRule.deleteMany({ where: { id } })
  },
  takeMoments: async (limit) => {
    const rows = await client.$queryRaw<MomentRow[]>`
      with taken as (
        delete from alert_moment where id in (
          select id from alert_moment order by at, id limit ${limit} for update skip locked)
        returning id, violation_id, kind, at, actor_id, detail
      )
      select id, violation_id as "violationId", kind, at, actor_id as "actorId", detail from taken order by at, id`
    return rows.map((row) => ({ ...row, at: instant(row.at) }))
  },
  addDelivery: (delivery) => addDelivery(client, delivery),
  lockDelivery: async (id) => {
    await client.$queryRaw`select 1 from alert_delivery where id = ${id} for update`
    const row = await client.alertDelivery.findUnique({ where: { id } })
    const rule = row && (await client.alertRule.findUnique({ where: { id: row.ruleId } }))
    return row && rule && { delivery: toDelivery(row), rule: toRule(rule) }
  },
  tried: async (id, { status, said, at }) => {
    await client.alertDelivery.update({
      where: { id },
      data: { status, said: storableText(said), triedAt: at, attempts: { increment: 1 } },
    })
  },
  deliveries: async (ruleId, limit) =>
    (
      await client.alertDelivery.findMany({
        where: { ruleId },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
    ).map(toDelivery),
  sentSince: (ruleId, since) =>
    client.alertDelivery.count({ where: { ruleId, createdAt: { gte: since }, status: { not: 'held' } } }),
  prune: async (before) => {
    await client.alertDelivery.deleteMany({
      where: { createdAt: { lt: before }, status: { not: 'queued' } },
    })
  },
  busyHours: (...asked) => busyHours(client, ...asked),
  beganToBlock: (...asked) => beganToBlock(client, ...asked),
})

type MomentRow = {
  readonly id: string
  readonly violationId: string
  readonly kind: string
  readonly at: Date
  readonly actorId: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

const addDelivery = async (
  client: Client,
  { id, ruleId, cause, message, toAddress, status, said, createdAt }: AlertDelivery,
): Promise<boolean> => {
  const added = await client.$executeRaw`
    insert into alert_delivery (id, rule_id, cause, message, to_address, status, said, created_at)
    values (${id}, ${ruleId}, ${storableText(cause)}, ${storableText(JSON.stringify(message))}::json, ${toAddress},
      ${status}, ${said}, ${createdAt}::timestamptz)
    on conflict (rule_id, cause) do nothing`
  return added === 1
}
