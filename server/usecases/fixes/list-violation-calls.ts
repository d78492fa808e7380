import type { ViolationView } from '@/contracts/violation'
import type { ViolationCallList, ViolationCallView } from '@/contracts/violation-call'
import type { BreakingCall } from '@/domain/violations/fix/breaking-calls'
import { callTypes, ruleTypeOfCall } from '@/domain/violations/occurrence'
import type { Context } from '@/server/ports/context'
import type { CallName, RecordedCall } from '@/server/ports/traffic-store'
import { authorize } from '../authorize'
import { asEnforced } from '../traffic/as-enforced'
import { loadViolation } from '../violations/load-violation'
import { rulesFor } from './rules-for'

const mostJudged = 200
const mostShown = 5

/** The newest recorded calls that break a violation's constraint by the plan as it is now: of the last 200, five. */
export const listViolationCalls = async (
  ctx: Context,
  { id }: { readonly id: string },
): Promise<ViolationCallList> => {
  authorize(ctx.actor, 'read-violations')
  const { violation, rules, calls } = await ctx.transaction(async (stores) => {
    const violation = await loadViolation(ctx, stores, id)
    const newest = await stores.traffic.newest(violation.plan.id, nameOf(violation), mostJudged)
    const calls = newest.map(await asEnforced(stores, violation.plan.id))
    return { violation, calls, rules: calls.length === 0 ? [] : await rulesFor(stores, violation) }
  })
  if (calls.length === 0) return { data: [], nextCursor: null, judged: 0, reason: null }
  const { pointer, type, rule } = violation
  const judged = await ctx.judge.breaking({
    constraint: { pointer, type },
    // Other names of an event that nobody planned judge no call of it.
    rules: rules.filter((one) => one.type !== rule.type || one.key === null || one.key === rule.key),
    calls,
    most: mostShown,
  })
  const found = judged.ok ? judged.answer : []
  return {
    data: found.flatMap((breaking) => {
      const call = calls[breaking.index]
      return call ? [viewOf(call, breaking)] : []
    }),
    nextCursor: null,
    judged: calls.length,
    reason: judged.ok ? null : judged.reason,
  }
}

/** Calls of any name may break the common rule. */
const nameOf = ({ rule }: ViolationView): CallName | null => {
  const callType = callTypes.find((one) => ruleTypeOfCall[one] === rule.type)
  return callType === undefined ? null : { callType, event: rule.key }
}

const largestCall = 16_000
const longestValue = 200

const viewOf = (
  { messageId, at, event, sourceName, appVersion, call, masked }: RecordedCall,
  { message, got, isUncertain }: BreakingCall,
): ViolationCallView => ({
  ...{ messageId, at, event, sourceName, appVersion, message, masked: [...masked], uncertain: isUncertain },
  call: JSON.stringify(call).length > largestCall ? null : call,
  got: got && { text: shortened(JSON.stringify(got.value)), masked: got.isMasked },
})

const shortened = (text: string): string =>
  text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text
