import type { importModes, PlanImported } from '@/contracts/plan'
import { editsOfFile } from '@/domain/plan/edits-of-file'
import { readPlanFile } from '@/domain/plan/plan-file'
import { checkRuleId } from '@/domain/plan/rule-id'
import type { Context } from '@/server/ports/context'
import { authorize } from '../authorize'
import { fail } from '../fail'
import { findPlan, versionAsked } from '../plans/find-plan'
import { headOf, openRequest } from './open-request'

/**
 * Opens a draft that brings the plan to what a file holds, in any of the shapes that plans are kept in. Where it is
 * known which version the file was made from (`base`, or our own export says so), only what the file changed since then
 * is proposed, and bringing the draft up to date merges it with what others did meanwhile. A file that changes nothing
 * opens nothing: `invalid-input` says so, as for a file that is no plan.
 */
export const importPlan = (
  ctx: Context,
  input: {
    readonly plan: string
    readonly mode: (typeof importModes)[number]
    readonly file: string
    readonly base?: number
  },
): Promise<PlanImported> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'import-plan')
    const plan = await findPlan(stores, input.plan)
    const head = headOf(plan)
    const reading = readPlanFile(input.file)
    if (!reading.ok) return refuse(reading.refusal.message)
    const wrong = reading.rules.find((rule) => checkRuleId(rule) !== null)
    if (wrong !== undefined) return refuse(`"${wrong.key}" cannot be the name of a ${wrong.type} rule.`)
    const { origin } = reading.report
    const isOurs = origin?.planId === plan.id && origin.version <= head
    const base = versionAsked(plan, input.base ?? (isOurs ? origin.version : undefined)) ?? head
    const edits = editsOfFile(await stores.rules.ofVersion(plan.id, base), reading.rules, input.mode)
    if (edits.length === 0) return refuse('The file holds nothing that would change the plan.')
    const number = await openRequest(ctx, stores, plan, {
      title: `Import ${edits.length} ${edits.length === 1 ? 'change' : 'changes'} from a file`,
      description: reading.report.notes
        .map((note) => `- ${note}`)
        .join('\n')
        .slice(0, 20_000),
      status: 'draft',
      base,
      edits,
    })
    return { number, shape: reading.report.shape, report: [...reading.report.notes] }
  })

const refuse = (message: string): never =>
  fail({ code: 'invalid-input', fields: [{ path: 'file', message }] })
