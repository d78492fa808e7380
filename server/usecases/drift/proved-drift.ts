import type { DriftView } from '@/contracts/drift'
import type { DriftedRule } from '@/domain/publish/drift'
import type { SchemaJudge } from '@/server/ports/schema-judge'
import { changeView } from '../change-view'

/** So many rules are looked at as a whole; somebody waits for the answer. */
const mostRules = 30
const patienceMs = 2_000

/**
 * The drift with what was done behind our back judged rule by rule, a witness beside each break. What takes longer
 * than a person waits stays as it is.
 */
export const provedDrift = async (
  judge: SchemaJudge,
  view: DriftView,
  drifted: readonly DriftedRule[],
): Promise<DriftView> => {
  const signal = AbortSignal.timeout(patienceMs)
  const rules = view.rules.map(async (rule, i) => {
    const { base = null, theirs = null } = drifted[i] ?? {}
    if (i >= mostRules || (base === null && theirs === null)) return rule
    try {
      return { ...rule, changes: (await judge.explain(base, theirs, signal)).map(changeView) }
    } catch (error) {
      if (signal.aborted) return rule
      throw error
    }
  })
  return { ...view, rules: await Promise.all(rules) }
}
