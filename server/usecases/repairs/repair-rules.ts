import type { Repaired, RepairRules } from '@/contracts/repair'
import { withChosenRepairs } from '@/domain/plan/defects/offered-repairs'
import type { Edit } from '@/domain/plan/edit'
import { ruleIdOf, ruleKey, ruleName } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { authorize } from '../authorize'
import { headOf, openRequest } from '../change-requests/open-request'
import { fail } from '../fail'
import { findPlan } from '../plans/find-plan'
import { defectiveRules } from './defective-rules'

/**
 * Opens a draft with the certain repairs of the rules that are named, or of all, and the guesses that somebody said
 * yes to. Where nothing would be repaired it opens nothing: `invalid-input` says so.
 */
export const repairRules = (
  ctx: Context,
  input: { readonly plan: string } & RepairRules,
): Promise<Repaired> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    const plan = await findPlan(stores, input.plan)
    const base = headOf(plan)
    const rules = await defectiveRules(stores, plan.id, base, input.rules)
    const repaired = rules.map((rule) => repairedRule(rule, guessesFor(rule, input))).filter(isRepaired)
    if (repaired.length === 0)
      return fail({
        code: 'invalid-input',
        fields: [{ path: 'rules', message: 'None of these rules has a defect with a certain repair.' }],
      })
    const number = await openRequest(ctx, stores, plan, {
      title: titleOf(repaired),
      description: repaired.map(told).join('\n').slice(0, 20_000),
      status: 'draft',
      base,
      edits: repaired.map(({ edit }) => edit),
    })
    return { number, repairs: repaired.reduce((sum, { sentences }) => sum + sentences.length, 0) }
  })

type RepairedRule = { readonly edit: Edit; readonly sentences: readonly string[] }

const guessesFor = (rule: StoredRule, { guesses = [] }: RepairRules): ReadonlySet<string> =>
  new Set(guesses.filter((guess) => ruleKey(guess.rule) === ruleKey(rule)).map(({ pointer }) => pointer))

const repairedRule = (rule: StoredRule, guesses: ReadonlySet<string>): RepairedRule => {
  const { rule: after, repairs } = withChosenRepairs(rule, guesses)
  return {
    edit: { ...ruleIdOf(rule), before: rule.schemaText, after: after.schemaText },
    sentences: repairs.map(({ defect, what }) => `\`${defect.pointer}\`: ${what}`),
  }
}

const isRepaired = ({ sentences }: RepairedRule): boolean => sentences.length > 0

const titleOf = (repaired: readonly RepairedRule[]): string => {
  const [first, second] = repaired
  return first && !second
    ? `Repair the schema of ${ruleName(first.edit)}`.slice(0, 200)
    : `Repair the schemas of ${repaired.length} rules`
}

const told = ({ edit, sentences }: RepairedRule): string =>
  [`**${ruleName(edit)}**`, ...sentences.map((sentence) => `- ${sentence}`), ''].join('\n')
