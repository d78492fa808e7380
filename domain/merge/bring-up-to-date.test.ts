import { describe, expect, test } from 'vitest'
import { aRule as rule } from '../plan/a-rule.cases'
import { anEdit as edit } from '../plan/an-edit.cases'
import type { Edit } from '../plan/edit'
import type { Rule } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import { bringUpToDate } from './bring-up-to-date'

const mine = '{"title":"mine"}'
const yours = '{"title":"yours"}'

describe('bringUpToDate', () => {
  test('edits of rules that nobody touched are clean, and begin at head’s text', () => {
    const result = bringUpToDate([edit('A', '{}', mine), edit('New', null, mine), edit('B', '{}', null)], {
      rules: [rule('A', '{ }'), rule('B'), rule('C', yours)],
    })
    expect(result).toMatchObject({ conflicts: [], done: [] })
    expect(result.edits.map(({ key, before }) => [key, before])).toEqual([
      ['A', '{ }'],
      ['New', null],
      ['B', '{}'],
    ])
  })

  test.each<[string, Edit, Rule[], { base: string | null; ours: string | null; theirs: string | null }]>([
    ['both changed it', edit('A', '{}', mine), [rule('A', yours)], { base: '{}', ours: mine, theirs: yours }],
    ['we changed it, they removed it', edit('A', '{}', mine), [], { base: '{}', ours: mine, theirs: null }],
    [
      'we removed it, they changed it',
      edit('A', '{}', null),
      [rule('A', yours)],
      { base: '{}', ours: null, theirs: yours },
    ],
    ['both added it', edit('A', null, mine), [rule('A', yours)], { base: null, ours: mine, theirs: yours }],
    [
      'we renamed to a name they took',
      edit('A', '{}', '{}', 'B'),
      [rule('A'), rule('B', yours)],
      { base: '{}', ours: '{}', theirs: yours },
    ],
  ])('%s: a conflict with every side', (_name, ours, head, sides) => {
    expect(bringUpToDate([ours], { rules: head })).toMatchObject({
      edits: [],
      done: [],
      conflicts: [{ edit: ours, ...sides }],
    })
  })

  test.each<[string, Edit, Rule[]]>([
    ['the same change', edit('A', '{}', mine), [rule('A', mine)]],
    ['the same removal', edit('A', '{}', null), []],
    ['the same addition', edit('A', null, mine), [rule('A', mine)]],
    ['the same rename', edit('A', '{}', mine, 'B'), [rule('B', mine)]],
  ])('%s is done', (_name, ours, head) => {
    expect(bringUpToDate([ours], { rules: head })).toMatchObject({ edits: [], conflicts: [], done: [ours] })
  })

  test('on its own base nothing changes, not even for an edit that means nothing', () => {
    const edits = [edit('A', '{}', mine), edit('B', '{}', '{}')]
    expect(bringUpToDate(edits, { rules: [rule('A'), rule('B')] })).toMatchObject({
      edits,
      conflicts: [],
      done: [],
    })
  })

  test('keeps who wrote an edit', () => {
    const [carried] = bringUpToDate([{ ...edit('A', '{}', mine), by: 'ann' }], { rules: [rule('A')] }).edits
    expect(carried?.by).toBe('ann')
  })

  const described = '{"description":"d","title":"a"}'
  const id = (key: string) => ({ type: 'TRACK', key, version: 1 }) as const

  test('what head changed elsewhere in the rule goes along', () => {
    const head = { rules: [rule('A', '{"title":"a","type":"object"}')] }
    const result = bringUpToDate([edit('A', '{"title":"a"}', described)], head)
    expect(result).toMatchObject({ conflicts: [], done: [] })
    expect(result.decided.size).toBe(0)
    expect(result.edits.map(({ before, after }) => [before, JSON.parse(after ?? '')])).toEqual([
      ['{"title":"a","type":"object"}', { title: 'a', type: 'object', description: 'd' }],
    ])
  })

  test('an edit of which head holds everything, and more, is done', () => {
    const head = { rules: [rule('A', '{"title":"a","description":"d","type":"object"}')] }
    expect(bringUpToDate([edit('A', '{"title":"a"}', described)], head)).toMatchObject({
      edits: [],
      conflicts: [],
    })
  })

  describe('a conflict', () => {
    const mineAndMore = edit('A', '{"title":"a"}', '{"title":"mine","description":"d"}')
    const head = { rules: [rule('A', '{"title":"yours","type":"object"}')] }
    const afters = (result: ReturnType<typeof bringUpToDate>) =>
      result.edits.map(({ before, after }) => [before === null, after && JSON.parse(after)])

    test('says where, and what the edit becomes with its own word there', () => {
      const [conflict] = bringUpToDate([mineAndMore], head).conflicts
      expect(conflict?.places).toMatchObject([
        { schemaPointer: '/title', base: 'a', ours: 'mine', theirs: 'yours', pointer: '' },
      ])
      expect(JSON.parse(conflict?.merged ?? '')).toEqual({ title: 'mine', description: 'd', type: 'object' })
    })

    test.each(['ours', 'theirs', 'base'] as const)('is settled for %s, place by place', (take) => {
      const title = { ours: 'mine', theirs: 'yours', base: 'a' }[take]
      const result = bringUpToDate([mineAndMore], head, { resolve: () => take })
      expect(result.conflicts).toEqual([])
      expect(afters(result)).toEqual([[false, { title, description: 'd', type: 'object' }]])
      expect([...result.decided]).toEqual(result.edits)
    })

    test('gives way to what was written by hand', () => {
      const byHand = new Map([[ruleKey(mineAndMore), '{"title":"by hand"}']])
      expect(afters(bringUpToDate([mineAndMore], head, { byHand }))).toEqual([[false, { title: 'by hand' }]])
    })

    test('about a rule that is gone: it is added again, or given up', () => {
      const gone = (take: 'ours' | 'theirs') =>
        bringUpToDate([mineAndMore], { rules: [] }, { resolve: () => take })
      expect(afters(gone('ours'))).toEqual([[true, { title: 'mine', description: 'd' }]])
      expect(gone('theirs')).toMatchObject({ edits: [], conflicts: [], done: [mineAndMore] })
    })

    test('about a removal: it is removed all the same, or stays', () => {
      const removal = edit('A', '{}', null)
      const changed = (take: 'ours' | 'theirs') =>
        bringUpToDate([removal], { rules: [rule('A', yours)] }, { resolve: () => take })
      expect(changed('ours').edits).toEqual([{ ...removal, before: yours }])
      expect(changed('theirs')).toMatchObject({ edits: [], done: [removal] })
    })

    test('about a name that head has taken: the edit stays under the name that head has', () => {
      const renaming = edit('A', '{}', mine, 'B')
      const taken = { rules: [rule('A'), rule('B', yours)] }
      const [conflict] = bringUpToDate([renaming], taken).conflicts
      expect(conflict?.places).toMatchObject([
        { kind: 'name', ours: 'B', theirs: 'A', resolutions: [{ take: 'theirs', value: 'A' }] },
      ])
      const settled = bringUpToDate([renaming], taken, { resolve: () => 'theirs' })
      expect([settled.edits, settled.conflicts]).toEqual([[edit('A', '{}', mine)], []])
    })
  })

  describe('a rule that head renamed', () => {
    const renames = [{ from: id('A'), to: id('B') }]

    test('takes its edit along', () => {
      const head = { rules: [rule('B', '{"title":"a"}')], renames }
      const result = bringUpToDate([edit('A', '{"title":"a"}', described)], head)
      expect(result.edits).toEqual([edit('B', '{"title":"a"}', described)])
    })

    test('takes its edit along even where a new rule has the old name', () => {
      const head = { rules: [rule('A', yours), rule('B', '{"title":"a"}')], renames }
      const result = bringUpToDate([edit('A', '{"title":"a"}', described)], head)
      expect(result.edits).toEqual([edit('B', '{"title":"a"}', described)])
    })

    test('is a conflict where the edit gives another name, and none where it gives the same', () => {
      const named = (key: string) =>
        bringUpToDate([edit('A', '{}', '{}', key)], { rules: [rule('B')], renames })
      expect(named('C').conflicts[0]?.places).toMatchObject([
        { kind: 'name', base: 'A', ours: 'C', theirs: 'B' },
      ])
      expect(named('B')).toMatchObject({ edits: [], conflicts: [] })
    })

    test('collides with its removal', () => {
      const { conflicts } = bringUpToDate([edit('A', '{}', null)], { rules: [rule('B')], renames })
      expect(conflicts[0]?.places).toMatchObject([{ kind: 'schema', schemaPointer: '' }])
    })
  })
})
