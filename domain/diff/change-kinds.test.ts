import { describe, expect, test } from 'vitest'
import type { ChangeKind } from './change'
import { changeKinds, type KindEntry } from './change-kinds'
import { mirrorGaps } from './mirror-gaps'
import { schemaChangeCases } from './schema-changes.cases'

/** Deliberate gaps, each with its reason. */
const waivers: Partial<Record<ChangeKind, string>> = {}

const kind = (subject: string, action: KindEntry['action']): KindEntry => ({
  title: subject,
  why: '',
  subject,
  action,
})

describe('the registry of changes', () => {
  test('every kind has its opposite, or a waiver with a reason', () => {
    expect(mirrorGaps(changeKinds, waivers)).toEqual([])
  })

  test('a gap, a waiver without a gap and a waiver without a reason are told', () => {
    const kinds = {
      'a-added': kind('a', 'added'),
      'b-widened': kind('b', 'widened'),
      'b-narrowed': kind('b', 'narrowed'),
      'c-tightened': kind('c', 'tightened'),
    }
    expect(mirrorGaps(kinds, {})).toEqual(['a-added has no opposite.', 'c-tightened has no opposite.'])
    expect(mirrorGaps(kinds, { 'a-added': 'Nobody can take it back.', 'c-tightened': ' ' })).toEqual([
      'The waiver for c-tightened gives no reason.',
    ])
    expect(mirrorGaps(kinds, { 'a-added': 'x', 'c-tightened': 'x', 'b-widened': 'x' })).toEqual([
      'The waiver for b-widened waives nothing.',
    ])
  })

  test('no two kinds say the same', () => {
    const said = Object.values(changeKinds).map(({ subject, action }) => `${subject} ${action}`)
    expect(new Set(said).size).toBe(said.length)
    const titles = Object.values(changeKinds).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('every kind of change within a rule has a case', () => {
    const shown = new Set<string>(schemaChangeCases.flatMap(({ kinds }) => kinds))
    expect(Object.keys(changeKinds).filter((id) => !id.startsWith('rule-') && !shown.has(id))).toEqual([])
  })
})
