import type { DriftView } from '@/contracts/drift'
import { changesOf } from '@/domain/impact/changes-of'
import { judge } from '@/domain/impact/judge'
import { tellChange } from '@/domain/impact/tell-change'
import { ruleKey } from '@/domain/plan/rule-id'
import type { DriftedRule, DriftKind } from '@/domain/publish/drift'
import type { Plan } from '@/server/ports/plan-store'
import type { Stores } from '@/server/ports/stores'
import { changeView } from '../change-view'

/** The changes are judged one by one, without a witness; `provedDrift` looks at whole rules. */
export const driftView = async (
  stores: Stores,
  plan: Plan,
  drifted: readonly DriftedRule[],
): Promise<DriftView> => {
  const touching = drifted.length === 0 ? [] : await stores.changeRequests.openTouching(plan.id)
  return {
    plan: { id: plan.id, name: plan.name },
    liveVersion: plan.liveVersion,
    headVersion: plan.headVersion,
    seenAt: plan.lastSeenAt,
    rules: drifted.map((entry) => ({
      ...shown(entry),
      openChangeRequests: touching
        .filter((request) => request.ruleKey === ruleKey(entry.rule))
        .map(({ number }) => number),
    })),
  }
}

const shown = ({
  rule,
  kind,
  base,
  ours,
  theirs,
  ignored,
}: DriftedRule): Omit<DriftView['rules'][number], 'openChangeRequests'> => ({
  rule,
  kind: kinds[kind],
  managed: kind !== 'added',
  live: base?.jsonSchema ?? null,
  seen: theirs?.jsonSchema ?? null,
  head: ours?.jsonSchema ?? null,
  ignored: ignored ? { until: ignored.until, reason: ignored.reason, by: ignored.by } : null,
  changes: changesOf(base, theirs).map((change) =>
    changeView(tellChange({ change, verdict: judge(change) })),
  ),
})

const kinds: Readonly<Record<DriftKind, DriftView['rules'][number]['kind']>> = {
  changed: 'changed',
  removed: 'removed-in-segment',
  returned: 'added-in-segment',
  added: 'added-in-segment',
}
