import type { ViolationView } from '@/contracts/violation'
import type { Inferred } from '@/domain/replay/inferred'
import type { TouchedCalls } from '@/domain/replay/touched-calls'
import type { Context } from '@/server/ports/context'
import type { Proposal } from '@/server/ports/schema-judge'
import type { Stores } from '@/server/ports/stores'
import { namedBy } from './touched-names'

type Asked = {
  readonly touched: TouchedCalls
  /** Names of which calls were judged; what was reported of them needs no guess. */
  readonly met: ReadonlySet<string>
  readonly proposal: Proposal
  readonly signal: AbortSignal
}

const mostViolations = 500
const unsettled = ['open', 'fix-planned', 'waiting-for-rollout'] as const

/** What a proposal would do to violations that were reported of events of which no call is recorded. */
export const inferFromReports = async (
  ctx: Context,
  planId: string,
  { touched, met, proposal, signal }: Asked,
): Promise<Inferred> => {
  const found = await ctx.transaction((stores) => reportsOf(stores, planId, touched, met, ctx.now()))
  const violations = found.slice(0, mostViolations)
  const empty = { cleared: 0, still: 0, unknown: 0, violations: [], isCut: false }
  if (violations.length === 0) return empty
  const judged = await ctx.judge.infer(proposal, violations.map(reported), signal)
  const told = violations.map((violation, i) => ({
    ...{ id: violation.id, event: violation.rule.key, pointer: violation.pointer, type: violation.type },
    ...{ message: violation.message, count: violation.count, lastSeen: violation.lastSeen },
    outcome: judged.ok ? (judged.answer[i] ?? ('unknown' as const)) : ('unknown' as const),
  }))
  const countOf = (outcome: string) => told.filter((one) => one.outcome === outcome).length
  return {
    ...{ cleared: countOf('cleared'), still: countOf('still'), unknown: countOf('unknown') },
    violations: told,
    isCut: found.length > mostViolations,
  }
}

const reported = ({ rule, pointer, type, message }: ViolationView) => ({
  ...{ ruleType: rule.type, key: rule.key, version: rule.version, pointer, type, message },
})

const reportsOf = async (
  stores: Stores,
  planId: string,
  { types, names }: TouchedCalls,
  met: ReadonlySet<string>,
  now: string,
): Promise<readonly ViolationView[]> => {
  const found: ViolationView[] = []
  for (const asked of names ?? types.map((type) => ({ type, key: null }))) {
    if (met.has(namedBy(asked.type, asked.key))) continue
    if (found.length > mostViolations) break
    const { violations } = await stores.violations.page(
      {
        ...{ planId, statuses: unsettled, type: asked.type, limit: mostViolations + 1 },
        ...(asked.key === null ? {} : { key: asked.key }),
      },
      now,
    )
    found.push(...violations.filter(({ rule }) => !met.has(namedBy(rule.type, rule.key))))
  }
  return found
}
