import type { RuleId } from '@/domain/plan/rule'
import { isRuleType, ruleKey } from '@/domain/plan/rule-id'
import type { DriftStore } from '@/server/ports/drift-store'
import type { Client } from '../client'

export const driftStore = (client: Client): DriftStore => ({
  rewritings: async (planId) =>
    (await client.rewriting.findMany({ where: { planId } })).map((row) => ({
      rule: toRuleId(row),
      sent: row.sentHash,
      held: row.heldHash,
    })),
  learn: async (planId, rewritings) => {
    for (const { rule, sent, held } of rewritings) {
      const id = { planId, ruleKey: ruleKey(rule), heldHash: held }
      await client.rewriting.upsert({
        where: { planId_ruleKey_heldHash: id },
        create: { ...id, ...rule, sentHash: sent },
        update: { sentHash: sent },
      })
    }
  },
  ignored: async (planId) =>
    (await client.ignoredDrift.findMany({ where: { planId } })).map((row) => ({
      rule: toRuleId(row),
      seen: row.seenHash,
      until: row.until.toISOString(),
      reason: row.reason,
      by: row.byName,
    })),
  ignore: async (planId, { rule, seen, until, reason, by }) => {
    const id = { planId, ruleKey: ruleKey(rule) }
    const values = { seenHash: seen, until: new Date(until), reason, byName: by }
    await client.ignoredDrift.upsert({
      where: { planId_ruleKey: id },
      create: { ...id, ...rule, ...values },
      update: values,
    })
  },
  watch: async (planId, rule) => {
    await client.ignoredDrift.deleteMany({ where: { planId, ruleKey: ruleKey(rule) } })
  },
})

const toRuleId = ({ type, key, version }: { type: string; key: string | null; version: number }): RuleId => {
  if (!isRuleType(type)) throw new Error(`A stored rule has the unknown type ${type}.`)
  return { type, key, version }
}
