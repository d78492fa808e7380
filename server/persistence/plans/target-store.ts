import type { Target, TargetStore } from '@/server/ports/target-store'
import type { Client } from '../client'
import type { Target as Row } from '../generated/client'
import { instant } from '../rows/instant'
import { storableText } from '../rows/storable-text'

export const targetStore = (client: Client): TargetStore => {
  const list = async () => (await client.target.findMany({ orderBy: { planId: 'asc' } })).map(toTarget)
  const find = async (planId: string) => {
    const row = await client.target.findUnique({ where: { planId } })
    return row && toTarget(row)
  }
  return {
    list,
    lockAll: async () => {
      // Readers go on; two links that would close a circle together cannot both be let in.
      await client.$executeRaw`lock table target in share row exclusive mode`
      return list()
    },
    find,
    lock: async (planId) => {
      await client.$queryRaw`select 1 from target where plan_id = ${planId} for update`
      return find(planId)
    },
    save: async (target) => {
      const row = {
        upstreamPlanId: target.follows,
        stage: storableText(target.stage),
        position: target.position,
        promotedVersion: target.promoted?.version ?? null,
        promotedAt: target.promoted === null ? null : new Date(target.promoted.at),
      }
      const { planId } = target
      await client.target.upsert({ where: { planId }, create: { planId, ...row }, update: row })
    },
    remove: async (planId) => {
      await client.target.delete({ where: { planId } })
    },
  }
}

const toTarget = ({ planId, upstreamPlanId, stage, position, promotedVersion, promotedAt }: Row): Target => ({
  planId,
  follows: upstreamPlanId,
  stage,
  position,
  promoted:
    promotedVersion === null || promotedAt === null
      ? null
      : { version: promotedVersion, at: instant(promotedAt) },
})
