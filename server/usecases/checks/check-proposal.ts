import type { CheckProposal, ProposalChecked } from '@/contracts/proposal'
import { withSeverities } from '@/domain/lint/lint-settings'
import type { Edit } from '@/domain/plan/edit'
import { parseSchema } from '@/domain/plan/parse-schema'
import { ruleIdOf } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { changeView } from '../change-view'
import { fail } from '../fail'
import { findPlan, versionAsked } from '../plans/find-plan'
import { editPair } from './edit-pair'
import { findingView } from './lint-check'

/**
 * What can be said of one rule while it is being edited: what changes, judged, and what lint finds. `invalid-input`
 * while the text is no schema.
 */
export const checkProposal = async (
  ctx: Context,
  input: { readonly plan: string } & CheckProposal,
): Promise<ProposalChecked> => {
  const { planId, version, edit, severities } = await ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'propose')
    const plan = await findPlan(stores, input.plan)
    const version =
      versionAsked(plan, input.base) ??
      fail({
        code: 'wrong-state',
        detail: 'The plan has not been read from Segment yet.',
        status: 'not-read',
      })
    const rule = await stores.rules.find(plan.id, version, input)
    const { settings } = await stores.lintSettings.find(plan.id)
    const { severities } = settings
    return { planId: plan.id, version, edit: editOf(input, rule?.schemaText ?? null), severities }
  })
  if (edit.before === null && edit.after === null) return { changes: [], findings: [] }
  const { before, after } = editPair(edit)
  const [changes, linted] = await Promise.all([
    ctx.judge.explain(before, after),
    ctx.judge.lint(
      {
        key: `${planId}/${version}`,
        rules: () => ctx.transaction(({ rules }) => rules.ofVersion(planId, version)),
      },
      [edit],
    ),
  ])
  return {
    changes: changes.map(changeView),
    ...(linted.ok
      ? { findings: withSeverities(linted.findings, severities).map(findingView) }
      : { findings: [], unlinted: linted.reason }),
  }
}

const editOf = (input: CheckProposal, before: string | null): Edit => {
  const { schemaText: after, newKey } = input
  const parsing = after === null ? null : parseSchema(after)
  if (parsing && !parsing.ok)
    fail({ code: 'invalid-input', fields: [{ path: 'schemaText', message: parsing.refusal.message }] })
  const rename = newKey === undefined || before === null || after === null ? {} : { newKey }
  return { ...ruleIdOf(input), ...rename, before, after }
}
