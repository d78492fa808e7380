import type { ChangeView, DiffView } from '@/contracts/plan'
import { changesOf } from '@/domain/impact/changes-of'
import { tellChange } from '@/domain/impact/tell-change'
import { uncompared } from '@/domain/impact/uncompared'
import type { RuleId } from '@/domain/plan/rule'
import { compareRuleIds, ruleKey } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { changeView } from '../change-view'
import { findPlan, versionAsked } from './find-plan'

type ReadDiff = { readonly plan: string; readonly from: number; readonly to: number }

/** How long whoever asks is kept waiting for comparisons. */
const patienceMs = 20_000

const tooMany = 'So many rules changed that not all of them could be compared at once.'

/** What changed from one version of a plan to another, in either direction, judged. */
export const readDiff = async (ctx: Context, asked: ReadDiff): Promise<DiffView> => {
  const latest = Date.now() + patienceMs
  const changes: ChangeView[] = []
  for (const { before, after } of await changedRules(ctx, asked)) {
    const explained =
      Date.now() < latest
        ? await ctx.judge.explain(before, after)
        : uncompared(changesOf(before, after), tooMany).map(tellChange)
    changes.push(...explained.map(changeView))
  }
  return { changes }
}

type Pair = { readonly before: StoredRule | null; readonly after: StoredRule | null }

const changedRules = (ctx: Context, { plan: id, from, to }: ReadDiff): Promise<readonly Pair[]> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const plan = await findPlan(stores, id)
    for (const version of [from, to]) versionAsked(plan, version)
    const { gone, come } = await stores.rules.between(plan.id, from, to)
    return pairs(gone, come)
  })

/** A rule is followed under its new name; one that went and came again is the same if it is called the same. */
const pairs = (gone: readonly StoredRule[], come: readonly StoredRule[]): readonly Pair[] => {
  const byLineage = new Map(come.map((rule) => [rule.lineage, rule]))
  const heirs = new Map(gone.map((before) => [before, byLineage.get(before.lineage)]))
  const inherited = new Set(heirs.values())
  const byName = new Map(come.filter((rule) => !inherited.has(rule)).map((rule) => [ruleKey(rule), rule]))
  const followed = gone.map((before): Pair => {
    return { before, after: heirs.get(before) ?? byName.get(ruleKey(before)) ?? null }
  })
  const found = new Set(followed.map(({ after }) => after))
  const added = come.filter((rule) => !found.has(rule)).map((after): Pair => ({ before: null, after }))
  return [...followed, ...added].sort((a, b) => compareRuleIds(idOf(a), idOf(b)))
}

const idOf = ({ before, after }: Pair): RuleId => (before ?? after) as RuleId
