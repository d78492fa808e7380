import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { ruleKey, ruleName } from '@/domain/plan/rule-id'
import type { SegmentAnswer } from '@/server/ports/segment-gateway'
import type { WireRule } from './read-rule-page'

/** One reading of all pages, and how often it is repeated until two in a row agree. */
const mostPasses = 4
const pauseMs = 500

/**
 * All rules of a plan by a whole read. Segment's cursors are offsets, so an edit between two pages skips or repeats
 * a rule: a reading counts only when its identities are unique and the reading before it gave the very same.
 */
export const wholeRules = async (
  pass: (number: number) => Promise<SegmentAnswer<readonly WireRule[]>>,
  sleep: (ms: number) => Promise<void>,
): Promise<SegmentAnswer<readonly Rule[]>> => {
  let previous: string | null = null
  let reason = 'The plan kept changing while it was read.'
  for (let number = 1; number <= mostPasses; number += 1) {
    const read = await pass(number)
    if (!read.ok && read.problem.kind !== 'incomplete-read') return read
    const repeated = read.ok ? repeatedRule(read.value) : null
    const seen: string | null = read.ok && repeated === null ? contentOf(read.value) : null
    if (read.ok && seen !== null && seen === previous) return toRules(read.value)
    if (!read.ok) reason = read.problem.message
    if (repeated !== null) reason = `Segment gave the rule "${ruleName(repeated)}" twice.`
    if (seen === null || previous !== null) await sleep(pauseMs)
    previous = seen
  }
  return { ok: false, problem: { kind: 'incomplete-read', message: reason } }
}

const repeatedRule = (rules: readonly WireRule[]): WireRule | null => {
  const keys = new Set<string>()
  for (const rule of rules) {
    const key = ruleKey(rule)
    if (keys.has(key)) return rule
    keys.add(key)
  }
  return null
}

/** The order in which Segment gives rules means nothing. */
const contentOf = (rules: readonly WireRule[]): string =>
  JSON.stringify(rules.map((rule) => [ruleKey(rule), rule.schemaText]).sort(byKey))

const byKey = ([a = '']: readonly string[], [b = '']: readonly string[]): number =>
  a < b ? -1 : a > b ? 1 : 0

/** A schema that cannot be kept as it is stops the read: a plan without it would be a shorter plan. */
const toRules = (read: readonly WireRule[]): SegmentAnswer<readonly Rule[]> => {
  const rules: Rule[] = []
  for (const wire of read) {
    const reading = ruleFromText(wire, wire.schemaText)
    if (!reading.ok)
      return {
        ok: false,
        problem: {
          kind: 'not-understood',
          message: `The schema of "${ruleName(wire)}" cannot be read: ${reading.refusal.message}`,
        },
      }
    rules.push(reading.rule)
  }
  return { ok: true, value: rules }
}
