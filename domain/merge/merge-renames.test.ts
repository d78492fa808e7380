import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { mergeRules } from './merge-rules'

describe('renames', () => {
  const named = (key: string, schema: Json = {}) => aRule(key, JSON.stringify(schema))
  const id = (key: string) => ({ type: 'TRACK', key, version: 1 }) as const
  const rename = (from: string, to: string) => ({ from: id(from), to: id(to) })
  const keys = (rules: readonly Rule[]) => rules.map(({ key }) => key)

  test('are followed: what the other side edits lands under the new name', () => {
    const merged = mergeRules({
      base: [named('A')],
      ours: [named('B')],
      theirs: [named('A', { title: 'x' })],
      renames: { ours: [rename('A', 'B')] },
    })
    expect(merged).toMatchObject({ conflicts: [], rules: [{ key: 'B', jsonSchema: { title: 'x' } }] })
    expect(merged.renames).toEqual([rename('A', 'B')])
  })

  test('without a known lineage are a removal and an addition', () => {
    const merged = mergeRules({ base: [named('A')], ours: [named('B')], theirs: [named('A')] })
    expect([keys(merged.rules), merged.renames]).toEqual([['B'], []])
  })

  test('to one name by both sides are one', () => {
    const renames = { ours: [rename('A', 'B')], theirs: [rename('A', 'B')] }
    const merged = mergeRules({ base: [named('A')], ours: [named('B')], theirs: [named('B')], renames })
    expect([keys(merged.rules), merged.conflicts]).toEqual([['B'], []])
  })

  test('to two names are a conflict of names, with the names as its ways out', () => {
    const input = {
      base: [named('A')],
      ours: [named('B', { title: 'ours' })],
      theirs: [named('C', { description: 'theirs' })],
      renames: { ours: [rename('A', 'B')], theirs: [rename('A', 'C')] },
    }
    const merged = mergeRules(input)
    expect(merged.conflicts).toMatchObject([
      {
        kind: 'name',
        rule: id('A'),
        resolutions: [
          { take: 'ours', value: 'B' },
          { take: 'theirs', value: 'C' },
          { take: 'base', value: 'A' },
        ],
      },
    ])
    expect(mergeRules({ ...input, resolve: () => 'theirs' }).rules).toMatchObject([
      { key: 'C', jsonSchema: { title: 'ours', description: 'theirs' } },
    ])
  })

  test('beside a removal are a conflict of the whole rule', () => {
    const { conflicts } = mergeRules({
      base: [named('A')],
      ours: [named('B')],
      theirs: [],
      renames: { ours: [rename('A', 'B')] },
    })
    expect(conflicts).toMatchObject([{ kind: 'schema', schemaPointer: '', ours: {}, theirs: undefined }])
  })

  test('to a name that the other side gave to a new rule are a conflict', () => {
    const input = {
      base: [named('A')],
      ours: [named('B', { title: 'renamed' })],
      theirs: [named('A'), named('B', { title: 'new' })],
      renames: { ours: [rename('A', 'B')] },
    }
    expect(mergeRules(input).conflicts).toMatchObject([
      { kind: 'name', rule: id('A'), ours: 'B', theirs: 'A' },
    ])
    const taking = (take: 'ours' | 'theirs') => {
      const { rules, conflicts } = mergeRules({ ...input, resolve: () => take })
      return [conflicts, rules.map(({ key, jsonSchema }) => [key, jsonSchema])]
    }
    expect(taking('ours')).toEqual([[], [['B', { title: 'renamed' }]]])
    expect(taking('theirs')).toEqual([
      [],
      [
        ['A', { title: 'renamed' }],
        ['B', { title: 'new' }],
      ],
    ])
  })

  test('of two rules to one name are a conflict', () => {
    const { conflicts } = mergeRules({
      base: [named('A'), named('B')],
      ours: [named('C'), named('B')],
      theirs: [named('A'), named('C')],
      renames: { ours: [rename('A', 'C')], theirs: [rename('B', 'C')] },
    })
    expect(conflicts).toMatchObject([{ kind: 'name', rule: id('A'), base: 'A', ours: 'C', theirs: 'A' }])
  })

  test('two rules swap names on one side while the other edits both', () => {
    const merged = mergeRules({
      base: [named('A', { title: 'a' }), named('B', { title: 'b' })],
      ours: [named('B', { title: 'a' }), named('A', { title: 'b' })],
      theirs: [named('A', { title: 'a', description: '1' }), named('B', { title: 'b', description: '2' })],
      renames: { ours: [rename('A', 'B'), rename('B', 'A')] },
    })
    expect(merged).toMatchObject({
      conflicts: [],
      rules: [
        { key: 'A', jsonSchema: { title: 'b', description: '2' } },
        { key: 'B', jsonSchema: { title: 'a', description: '1' } },
      ],
    })
  })

  test('a new rule under the name that was left free is no heir', () => {
    const merged = mergeRules({
      base: [named('A', { title: 'a' })],
      ours: [named('B', { title: 'a' }), named('A', { title: 'new' })],
      theirs: [named('A', { title: 'a', description: 'd' })],
      renames: { ours: [rename('A', 'B')] },
    })
    expect(merged).toMatchObject({
      conflicts: [],
      rules: [
        { key: 'A', jsonSchema: { title: 'new' } },
        { key: 'B', jsonSchema: { title: 'a', description: 'd' } },
      ],
    })
  })
})
