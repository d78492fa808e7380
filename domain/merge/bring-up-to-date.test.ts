import { describe, expect, test } from 'vitest'
import { aRule as rule } from '../plan/a-rule.cases'
import { anEdit as edit } from '../plan/an-edit.cases'
import type { Edit } from '../plan/edit'
import type { Rule } from '../plan/rule'
import { bringUpToDate } from './bring-up-to-date'

const mine = '{"title":"mine"}'
const yours = '{"title":"yours"}'

describe('bringUpToDate', () => {
  test('edits of rules that nobody touched are clean, and begin at head’s text', () => {
    const result = bringUpToDate(
      [edit('A', '{}', mine), edit('New', null, mine), edit('B', '{}', null)],
      [rule('A', '{ }'), rule('B'), rule('C', yours)],
    )
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
    expect(bringUpToDate([ours], head)).toMatchObject({
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
    expect(bringUpToDate([ours], head)).toMatchObject({ edits: [], conflicts: [], done: [ours] })
  })

  test('on its own base nothing changes, not even for an edit that means nothing', () => {
    const edits = [edit('A', '{}', mine), edit('B', '{}', '{}')]
    expect(bringUpToDate(edits, [rule('A'), rule('B')])).toEqual({ edits, conflicts: [], done: [] })
  })

  test('keeps who wrote an edit', () => {
    const [carried] = bringUpToDate([{ ...edit('A', '{}', mine), by: 'ann' }], [rule('A')]).edits
    expect(carried?.by).toBe('ann')
  })
})
