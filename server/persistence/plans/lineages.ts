import type { Rule, RuleId } from '@/domain/plan/rule'
import { isRuleType, ruleKey } from '@/domain/plan/rule-id'
import type { RuleStep } from '@/server/ports/rule-store'
import type { Client } from '../client'

/** A rule that begins to stand, and the lineage it belongs to. */
export type Begun = { readonly rule: Rule; readonly lineage: string }

/**
 * Which rows the steps end, and which rules begin in which lineage.
 *
 * @throws Error when a step changes, renames or removes a rule that does not stand
 */
export const lineagesOf = async (
  client: Client,
  newId: () => string,
  planId: string,
  steps: readonly RuleStep[],
): Promise<{ readonly ended: readonly string[]; readonly begun: readonly Begun[] }> => {
  const { standing, former } = await intervalsOf(client, planId)
  const ended: string[] = []
  const begun: Begun[] = []
  for (const step of steps) {
    if (step.kind === 'add') continue
    const key = ruleKey(endedBy(step))
    const row = standing.get(key)
    if (!row) throw new Error(`No rule ${key} stands in plan ${planId}.`)
    standing.delete(key)
    ended.push(row.id)
    if (step.kind !== 'remove') begun.push({ rule: step.rule, lineage: row.lineageId })
  }
  const taken = new Set(begun.map(({ lineage }) => lineage))
  for (const { lineageId } of standing.values()) taken.add(lineageId)
  for (const step of steps) {
    if (step.kind !== 'add') continue
    // A rule that comes back continues its own history, unless that history went on under another name.
    const own = former.get(ruleKey(step.rule))
    const lineage = own !== undefined && !taken.has(own) ? own : newId()
    taken.add(lineage)
    begun.push({ rule: step.rule, lineage })
  }
  return { ended, begun }
}

type Interval = { readonly id: string; readonly lineageId: string }

/** By rule key: the intervals that are open, and the lineage that each identity had last among the closed ones. */
const intervalsOf = async (client: Client, planId: string) => {
  const standing = new Map<string, Interval>()
  const former = new Map<string, string>()
  const rows = await client.rule.findMany({
    where: { planId },
    select: { id: true, lineageId: true, type: true, key: true, version: true, toVersion: true },
    orderBy: { fromVersion: 'asc' },
  })
  for (const { id, lineageId, toVersion, type, key, version } of rows) {
    if (!isRuleType(type)) throw new Error(`A stored rule has the unknown type ${type}.`)
    const identity = ruleKey({ type, key, version })
    if (toVersion === null) standing.set(identity, { id, lineageId })
    else former.set(identity, lineageId)
  }
  return { standing, former }
}

const endedBy = (step: Exclude<RuleStep, { kind: 'add' }>): RuleId => {
  switch (step.kind) {
    case 'change':
      return step.rule
    case 'rename':
      return step.from
    case 'remove':
      return step.id
  }
}
