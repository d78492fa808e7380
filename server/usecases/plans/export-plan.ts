import type { Context } from '@/server/ports/context'
import type { StoredRule } from '@/server/ports/rule-store'
import { auditHead } from '../audit/audit-head'
import { authorize } from '../authorize'
import { findPlan, versionAsked } from './find-plan'
import { planCsv } from './plan-csv'

type ExportPlan = {
  readonly plan: string
  readonly format: 'segment' | 'csv' | 'json'
  readonly version?: number
}

export type ExportedPlan = { readonly fileName: string; readonly contentType: string; readonly body: string }

/**
 * A plan version (head when absent) as a file. `segment` is `{ "rules": [...] }`, `json` the same with the plan's
 * name, version and hashes, and the newest entry of its audit chain; every schema stands in both as it was received, to
 * the last digit. `csv` is a table of the properties, for reading.
 */
export const exportPlan = (ctx: Context, input: ExportPlan): Promise<ExportedPlan> =>
  ctx.transaction(async (stores) => {
    authorize(ctx.actor, 'read-plans')
    const { format } = input
    const plan = await findPlan(stores, input.plan)
    const version = versionAsked(plan, input.version)
    const rules = version === null ? [] : await stores.rules.ofVersion(plan.id, version)
    const fileName = `${fileSafe(plan.name)}-v${version ?? 0}`
    if (format === 'csv')
      return {
        fileName: `${fileName}.csv`,
        contentType: 'text/csv; charset=utf-8',
        body: await planCsv(rules),
      }
    const lines = rules.map((rule) => (format === 'segment' ? segmentRule(rule) : ownRule(rule)))
    const list = `"rules":[${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]`
    const head = JSON.stringify({
      plan: { id: plan.id, segmentId: plan.segmentId, name: plan.name },
      version,
      auditHead: await auditHead(stores, [plan.workspaceId]),
    })
    return {
      fileName: `${fileName}.${format}.json`,
      contentType: 'application/json; charset=utf-8',
      body: format === 'segment' ? `{${list}}\n` : `${head.slice(0, -1)},${list}}\n`,
    }
  })

/** Segment Public API: a rule without a key has no such member. */
const segmentRule = ({ type, key, version, schemaText }: StoredRule): string =>
  withSchema({ type, ...(key === null ? {} : { key }), version }, schemaText)

const ownRule = ({ type, key, version, hash, from, schemaText }: StoredRule): string =>
  withSchema({ type, key, version, hash, since: from }, schemaText)

/** Spliced as text: parsing and printing would round large integers. */
const withSchema = (members: object, schemaText: string): string =>
  `${JSON.stringify(members).slice(0, -1)},"jsonSchema":${schemaText}}`

const fileSafe = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase() || 'plan'
