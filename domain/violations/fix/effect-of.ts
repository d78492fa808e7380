import { applyEdits } from '../../plan/apply-edits'
import type { Json } from '../../plan/json'
import type { Rule } from '../../plan/rule'
import { type Estimate, estimate, type Sample } from '../../replay/estimate'
import { inferredOutcome } from '../../replay/inferred-outcome'
import { type JudgedCall, judgeTwice } from '../../replay/judge-twice'
import type { ReplayedCall } from '../../replay/replayed-call'
import type { Candidate } from './candidate'
import { type BrokenConstraint, isOf, valuesAt } from './evidence'
import { sendingVersion } from './new-version'
import type { InferredEffect, ReplayedEffect } from './suggestion'

const mostExamples = 5

/** What a candidate does to the recorded calls of the event; where none is recorded, what the report lets guess. */
export const effectOf = (
  candidate: Candidate,
  constraint: BrokenConstraint,
  rules: readonly Rule[],
  calls: readonly ReplayedCall[],
  since: string | null,
): ReplayedEffect | InferredEffect => {
  const applied = applyEdits(rules, candidate.edits)
  const proposal = applied.ok ? applied.rules : rules
  if (calls.length === 0) return { is: 'inferred', outcome: inferredOutcome(constraint, rules, proposal) }
  const [edit] = candidate.edits
  const asSent =
    candidate.kind === 'new-version' && since !== null && edit
      ? sendingVersion(calls, since, edit.version)
      : calls
  const { judge } = judgeTwice(rules, proposal)
  const judged = asSent.map((call) => ({ call, judged: judge(call) }))
  const counted = (is: (each: (typeof judged)[number]) => boolean): Estimate => estimated(judged, is)
  const isTarget = isOf(constraint)
  const has = (outcome: string) => (each: (typeof judged)[number]) =>
    each.judged.constraints.some((one) => isTarget(one) && one.outcome === outcome)
  const slips = (each: (typeof judged)[number]) =>
    has('fixed')(each) && slipsThrough(each.call, each.judged, candidate, constraint)
  const slipping = judged.filter(slips)
  return {
    is: 'replayed',
    judged: calls.length,
    broken: judged.filter((each) => has('fixed')(each) || has('still')(each)).length,
    cleared: counted(has('fixed')),
    stillBroken: counted(has('still')),
    valid: counted((each) => has('fixed')(each) && each.judged.outcome === 'fixed'),
    slipping: counted(slips),
    slippingExamples: examplesOf(slipping, constraint),
    newlyBroken: counted((each) => each.judged.outcome === 'broken'),
    uncertain: judged.filter((each) => has('uncertain')(each) || each.judged.outcome === 'uncertain').length,
  }
}

/** Caught for something else as well and no longer, or with a value that the candidate does not mean to let through. */
const slipsThrough = (
  call: ReplayedCall,
  { constraints }: JudgedCall,
  { means }: Candidate,
  constraint: BrokenConstraint,
): boolean => {
  const isTarget = isOf(constraint)
  if (constraints.some((one) => !isTarget(one) && one.outcome === 'fixed')) return true
  if (means === undefined) return false
  const values = valuesAt(call, constraint.pointer)
  return values.some(({ value, isMasked }) => !isMasked && !means(value))
}

const examplesOf = (
  slipping: readonly { readonly call: ReplayedCall }[],
  { pointer }: BrokenConstraint,
): readonly Json[] => {
  const seen = new Map<string, Json>()
  for (const { call } of slipping) {
    if (seen.size >= mostExamples) break
    for (const { value, isMasked } of valuesAt(call, pointer)) {
      const text = JSON.stringify(value)
      if (!isMasked && text.length <= 200 && seen.size < mostExamples) seen.set(text, value)
    }
  }
  return [...seen.values()]
}

const estimated = <Each extends { readonly call: ReplayedCall }>(
  judged: readonly Each[],
  is: (each: Each) => boolean,
): Estimate => {
  const strata = new Map<string, { received: number; kept: number; counted: number }>()
  for (const each of judged) {
    const { stratum, weight } = each.call
    const sample = strata.get(stratum) ?? { received: 0, kept: 0, counted: 0 }
    sample.received += weight
    sample.kept += 1
    if (is(each)) sample.counted += 1
    strata.set(stratum, sample)
  }
  const samples: readonly Sample[] = [...strata.values()]
  return estimate(samples)
}
