import { expect, test } from 'vitest'
import type { Change } from '../diff/change'
import { changeKinds } from '../diff/change-kinds.cases'
import { diffSchemas } from '../diff/diff-schemas'
import { schemaChangeCases } from '../diff/schema-changes.cases'
import type { RuleId } from '../plan/rule'
import { impactRules } from './impact-rules'
import { ruleFor } from './judge'

const every = Object.entries(impactRules).flatMap(([kind, rules]) =>
  rules.map(({ id, judges, title, why, levels }) => ({ kind, id, judges, title, why, levels })),
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

const event: RuleId = { type: 'TRACK', key: 'A', version: 1 }
const traits: RuleId = { type: 'IDENTIFY', key: null, version: 1 }

/** Changes of whole rules, which no table of schemas shows. */
const ofRules: readonly Change[] = [
  ...[event, traits].flatMap((rule): Change[] => [
    { kind: 'rule-added', rule, after: {} },
    { kind: 'rule-removed', rule, before: {} },
  ]),
  { kind: 'rule-renamed', rule: event, before: 'A', after: 'B' },
]

test('every rule has cases that show each of its levels, and no other', () => {
  const shown = new Map<string, { readonly senders: Set<string>; readonly readers: Set<string> }>()
  const within = schemaChangeCases.flatMap(({ before, after }) => diffSchemas(event, before, after))
  for (const change of [...ofRules, ...within]) {
    const { id, senders, readers } = ruleFor(change)
    const seen = shown.get(id) ?? { senders: new Set(), readers: new Set() }
    seen.senders.add(senders(change).level)
    seen.readers.add(readers(change).level)
    shown.set(id, seen)
  }
  for (const { id, levels } of every) {
    const { senders = [], readers = [] } = shown.get(id) ?? {}
    expect([id, [...senders].sort(), [...readers].sort()]).toEqual([
      id,
      [...levels.senders].sort(),
      [...levels.readers].sort(),
    ])
  }
})
