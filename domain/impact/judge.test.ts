import { describe, expect, test } from 'vitest'
import { compare } from '../compatibility/compare'
import type { Change } from '../diff/change'
import { diffSchemas } from '../diff/diff-schemas'
import { schemaChangeCases } from '../diff/schema-changes.cases'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule, RuleId } from '../plan/rule'
import { compilePlan } from '../validation/compile-plan'
import { compileSchema } from '../validation/compile-schema'
import { withoutDefects } from '../validation/without-defects'
import { judge } from './judge'
import { worstLevel } from './verdict'

const rule: RuleId = { type: 'TRACK', key: 'Order Completed', version: 1 }
const common: RuleId = { type: 'COMMON', key: null, version: 1 }

const levelsOf = (change: Change | undefined) => {
  if (!change) throw new Error('no change')
  const { senders, readers } = judge(change)
  return [senders.level, readers.level]
}

describe('judge', () => {
  test.each(schemaChangeCases)('$name: $senders for senders, $readers for readers', (row) => {
    const [change] = diffSchemas(rule, row.before, row.after)
    expect(levelsOf(change)).toEqual([row.senders, row.readers])
  })

  test.each<[Change, [string, string]]>([
    [{ kind: 'rule-added', rule, after: {} }, ['safe', 'safe']],
    [{ kind: 'rule-added', rule: common, after: {} }, ['unknown', 'safe']],
    [{ kind: 'rule-removed', rule, before: {} }, ['breaking', 'breaking']],
    [{ kind: 'rule-removed', rule: common, before: {} }, ['safe', 'breaking']],
    [{ kind: 'rule-renamed', rule, before: 'A', after: 'B' }, ['breaking', 'breaking']],
  ])('%j: %j', (change, levels) => expect(levelsOf(change)).toEqual(levels))

  const accepts = (schema: Json, message: Json): boolean => {
    const compiled = compileSchema(withoutDefects(schema))
    if (!compiled.ok) throw new Error(compiled.reason)
    return compiled.validate(message)
  }

  test.each(schemaChangeCases.filter(({ senders }) => senders === 'breaking'))(
    '$name breaks for a message that the validator took and takes no more',
    ({ before, after, witness }) => {
      const message = { properties: witness ?? 'none was named' }
      expect([accepts(before, message), accepts(after, message)]).toEqual([true, false])
      expect(compare(before, after, { plannedNames: true }).verdict).not.toBe('safe')
    },
  )

  test('what breaks for senders where a rule goes or gets another name is unplanned then', () => {
    const call = { type: 'track', event: 'A', properties: {} }
    const kindsBroken = (rules: readonly Rule[]) =>
      compilePlan(rules)
        .validate(call)
        .map(({ type }) => type)
    const plan = [aRule('A')]
    expect([plan, [], [aRule('B')]].map(kindsBroken)).toEqual([[], ['unplanned-event'], ['unplanned-event']])
  })

  test('what is called safe for senders, the comparison does not refute', () => {
    for (const { name, before, after, senders } of schemaChangeCases)
      if (senders === 'safe')
        expect(`${name}: ${compare(before, after, { plannedNames: true }).verdict}`).not.toMatch(/: breaking/)
  })

  test('every opinion gives a reason', () => {
    for (const { before, after } of schemaChangeCases)
      for (const change of diffSchemas(rule, before, after))
        for (const { why } of Object.values(judge(change))) expect(why).toMatch(/^[A-Z"a-z].*\.$/)
  })

  test('what validation does not see, it does not see taken back either', () => {
    for (const { before, after } of schemaChangeCases.filter(({ senders }) => senders === 'documentation'))
      expect(levelsOf(diffSchemas(rule, after, before)[0])).toEqual(['documentation', 'documentation'])
  })
})

test('the worst level wins', () => {
  expect(worstLevel(['safe', 'breaking', 'unknown'])).toBe('breaking')
  expect(worstLevel(['documentation', 'safe'])).toBe('safe')
  expect(worstLevel([])).toBe('documentation')
})
