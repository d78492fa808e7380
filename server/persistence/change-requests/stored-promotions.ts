import { promotedAfter } from '@/domain/promotion/promoted-version'
import type { ChangeRequestStore, Promotion } from '@/server/ports/change-request-store'
import type { Client } from '../client'
import { Prisma } from '../generated/client'
import { storableText } from '../rows/storable-text'
import { Status } from './change-request-rows'

export const addPromotion = async (
  client: Client,
  changeRequestId: string,
  promotion: Promotion,
): Promise<void> => {
  await client.promotion.create({
    data: {
      changeRequestId,
      upstreamPlanId: promotion.upstreamPlanId,
      upstreamPlanName: storableText(promotion.upstreamPlanName),
      upstreamVersion: promotion.version,
      fromVersion: promotion.from,
      unsettled: promotion.unsettled,
      renames: JSON.parse(JSON.stringify(promotion.renames)),
    },
  })
}

export const settlePromotion = async (client: Client, changeRequestId: string): Promise<void> => {
  await client.promotion.update({ where: { changeRequestId }, data: { unsettled: false, renames: [] } })
}

/** The newest one, where no version is asked for. */
export const openPromotion: (
  client: Client,
  ...asked: Parameters<ChangeRequestStore['openPromotion']>
) => ReturnType<ChangeRequestStore['openPromotion']> = async (
  client,
  planId,
  { upstreamPlanId, version },
) => {
  const [row] = await client.$queryRaw<{ number: number; version: number; status: string }[]>`
    select r.number, p.upstream_version as version, r.status
    from change_request as r join promotion as p on p.change_request_id = r.id
    where r.plan_id = ${planId} and p.upstream_plan_id = ${upstreamPlanId} and r.status not in ('published', 'closed')
      ${version === undefined ? Prisma.empty : Prisma.sql`and p.upstream_version = ${version}`}
    order by r.number desc
    limit 1`
  return row === undefined ? null : { ...row, status: Status.parse(row.status) }
}

export const promotedBy: (
  client: Client,
  ...asked: Parameters<ChangeRequestStore['promotedBy']>
) => ReturnType<ChangeRequestStore['promotedBy']> = async (client, planId, { upstreamPlanId, version }) => {
  const rows = await client.$queryRaw<
    { number: number; reverts: number | null; from: number | null; version: number | null }[]
  >`
    select r.number, r.reverts, p.from_version as "from", p.upstream_version as version
    from change_request as r
      left join promotion as p on p.change_request_id = r.id and p.upstream_plan_id = ${upstreamPlanId}
    where r.plan_id = ${planId} and r.status = 'published' and r.published_version <= ${version}
      and (p.change_request_id is not null or r.reverts is not null)
    order by r.published_version`
  return promotedAfter(
    rows.map(({ number, reverts, from, version: promoted }) => ({
      number,
      reverts,
      promotes: promoted === null ? null : { from, version: promoted },
    })),
  )
}

/** As a column that holds JSON; null for a request that promotes nothing. */
export const promotionColumn = Prisma.sql`case when p.change_request_id is null then null else json_build_object(
  'upstreamPlanId', p.upstream_plan_id, 'upstreamPlanName', p.upstream_plan_name, 'version', p.upstream_version,
  'from', p.from_version, 'unsettled', p.unsettled, 'renames', p.renames) end as promotion`
