import { diffRules } from '@/domain/diff/diff-rules'
import { judgeChanges } from '@/domain/impact/judge-changes'
import { lint } from '@/domain/lint/lint'
import { mergeRules } from '@/domain/merge/merge-rules'
import { readPlanFile } from '@/domain/plan/plan-file'
import type { Rule } from '@/domain/plan/rule'
import type { Bench, Figure } from '../figure'
import { median, medianRatio, takeTurns } from '../take-turns'
import { changedPlan, largePlan } from '../workload/large-plan'

export const plans: Bench = {
  name: 'plans',
  title:
    'Two large plans, 5 % of the events changed and all in another order, against parsing the texts of both',
  run: ({ events, rounds }) => {
    const base = largePlan(events)
    const texts = [base, changedPlan(base, 0.05, 3), changedPlan(base, 0.05, 5)].map((rules) =>
      JSON.stringify({ rules }),
    )
    const [old = [], ours = [], theirs = []] = texts.map(rulesIn)
    const parseBoth = () => {
      for (const text of texts.slice(0, 2)) JSON.parse(text)
    }
    const against = (name: string, goal: number, product: () => void): Figure => {
      const turns = takeTurns(rounds, () => [{ anchor: parseBoth, product }])
      return {
        name,
        unit: 'ms',
        anchor: { what: 'JSON.parse of both', value: median(turns.anchor) },
        product: { what: 'ours', value: median(turns.product) },
        ratio: medianRatio(turns),
        goal: { atMost: goal },
      }
    }
    let changes = 0
    let conflicts = 0
    let findings = 0
    return {
      figures: [
        against('diff with verdicts', 1, () => {
          changes = judgeChanges(old, ours, diffRules(old, ours)).length
        }),
        against('merge', 2, () => {
          conflicts = mergeRules({ base: old, ours, theirs }).conflicts.length
        }),
        against('lint', 2, () => {
          findings = lint(ours).length
        }),
      ],
      notes: [
        {
          name: 'plans',
          value: `${old.length} events, ${((texts[0]?.length ?? 0) / 1e6).toFixed(1)} MB each`,
        },
        { name: 'found', value: `${changes} changes, ${conflicts} conflicts, ${findings} findings` },
      ],
    }
  },
}

/** Rules as the product keeps them: with their text and its hash. */
const rulesIn = (text: string): readonly Rule[] => {
  const reading = readPlanFile(text)
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rules
}
