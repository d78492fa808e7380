import { expect, test } from 'vitest'
import { changeKinds } from '../diff/change-kinds.cases'
import { diffSchemas } from '../diff/diff-schemas'
import { schemaChangeCases } from '../diff/schema-changes.cases'
import type { RuleId } from '../plan/rule'
import { impactRules } from './impact-rules'
import { ruleFor } from './judge'

const every = Object.entries(impactRules).flatMap(([kind, rules]) =>
  rules.map(({ id, judges, title, why }) => ({ kind, id, judges, title, why })),
)

test('ids and titles are told apart, and every rule stands under the kind that it judges', () => {
  for (const values of [every.map(({ id }) => id), every.map(({ title }) => title)])
    expect(new Set(values).size).toBe(values.length)
  expect(every.filter(({ kind, judges }) => kind !== judges)).toEqual([])
  expect(Object.keys(impactRules).sort()).toEqual(Object.keys(changeKinds).sort())
})

test('every rule says why it matters, in a sentence', () => {
  for (const { why } of every) expect(why).toMatch(/^[A-Z].*\.$/)
})

test('every rule for changes within a rule has a case', () => {
  const rule: RuleId = { type: 'TRACK', key: 'A', version: 1 }
  const judged = new Set(
    schemaChangeCases
      .flatMap(({ before, after }) => diffSchemas(rule, before, after))
      .map((one) => ruleFor(one).id),
  )
  expect(every.filter(({ id, kind }) => !kind.startsWith('rule-') && !judged.has(id))).toEqual([])
})
