import { describe, expect, test } from 'vitest'
import { aRule as rule } from './a-rule.cases'
import { anEdit as edit } from './an-edit.cases'
import { applyEdits } from './apply-edits'
import type { Edit } from './edit'
import type { Rule } from './rule'
import { ruleKey } from './rule-id'

const keysAfter = (rules: readonly Rule[], edits: readonly Edit[]) => {
  const applied = applyEdits(rules, edits)
  if (!applied.ok) throw new Error(applied.problems[0]?.message)
  return applied.rules.map(({ key }) => key)
}
const codes = (rules: readonly Rule[], edits: readonly Edit[]) => {
  const applied = applyEdits(rules, edits)
  return applied.ok ? [] : applied.problems.map(({ code }) => code)
}

const plan = [rule('A'), rule('B'), rule('C')]

describe('applyEdits', () => {
  test('adds, changes, renames and removes in one step and leaves the rest alone', () => {
    const applied = applyEdits(plan, [
      edit('A', '{}', '{"description":"a"}'),
      edit('B', '{}', null),
      edit('C', '{}', '{}', 'C2'),
      edit('D', null, '{}'),
    ])
    expect(applied).toMatchObject({
      ok: true,
      rules: [{ key: 'A', schemaText: '{"description":"a"}' }, { key: 'C2' }, { key: 'D' }],
    })
    expect(keysAfter(plan, [])).toEqual(['A', 'B', 'C'])
  })

  test('keeps untouched rules as the same objects', () => {
    const applied = applyEdits(plan, [edit('A', '{}', null)])
    expect(applied.ok && applied.rules[0]).toBe(plan[1])
  })

  test('two rules may swap names, and a freed name may be taken', () => {
    expect(keysAfter(plan, [edit('A', '{}', '{}', 'B'), edit('B', '{}', '{}', 'A')])).toEqual(['B', 'A', 'C'])
    expect(keysAfter(plan, [edit('A', '{}', '{}', 'B'), edit('B', '{}', null)])).toEqual(['B', 'C'])
  })

  test('the same name in another version is another rule', () => {
    const applied = applyEdits(plan, [{ ...edit('A', null, '{}'), version: 2 }])
    expect(applied.ok && applied.rules.map(ruleKey)).toContain('TRACK/2/A')
  })

  test.each<[string, Edit[], string[]]>([
    ['a change of what is not there', [edit('X', '{}', '{}')], ['missing']],
    ['a removal of what is not there', [edit('X', '{}', null)], ['missing']],
    ['an addition of what is there', [edit('A', null, '{}')], ['exists']],
    ['a rename to a taken name', [edit('A', '{}', '{}', 'B')], ['exists']],
    [
      'two renames to one name',
      [edit('A', '{}', '{}', 'Z'), edit('B', '{}', '{}', 'Z')],
      ['exists', 'exists'],
    ],
    ['two edits of one rule', [edit('A', '{}', '{"a":1}'), edit('A', '{}', null)], ['duplicate-edit']],
    ['an edit that says nothing', [edit('A', null, null)], ['invalid-edit']],
    ['a rename of what is removed', [edit('A', '{}', null, 'Z')], ['invalid-edit']],
    ['a name where the type has none', [{ ...edit('A', null, '{}'), type: 'COMMON' }], ['invalid-edit']],
    ['text that is no JSON', [edit('A', '{}', '{')], ['unreadable-schema']],
    [
      'every problem at once',
      [edit('X', '{}', null), edit('A', null, '{}'), edit('B', '{}', 'nope')],
      ['exists', 'unreadable-schema', 'missing'],
    ],
  ])('refuses %s', (_name, edits, expected) => expect(codes(plan, edits)).toEqual(expected))
})
