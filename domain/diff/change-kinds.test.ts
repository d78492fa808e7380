import { describe, expect, test } from 'vitest'
import type { ChangeKind } from './change'
import { type Action, changeKinds, type KindEntry } from './change-kinds.cases'
import { schemaChangeCases } from './schema-changes.cases'

const opposite: Readonly<Record<Action, Action | null>> = {
  added: 'removed',
  removed: 'added',
  widened: 'narrowed',
  narrowed: 'widened',
  loosened: 'tightened',
  tightened: 'loosened',
  // Taken back they are of the same kind again.
  renamed: null,
  changed: null,
}

/**
 * What a registry of kinds leaves open, a sentence each: an action without its opposite, unless a waiver gives the
 * reason, and waivers without a reason or without a gap.
 */
const mirrorGaps = (
  kinds: Readonly<Record<string, KindEntry>>,
  waivers: Readonly<Record<string, string>>,
): readonly string[] => {
  const entries = Object.entries(kinds)
  const gaps = entries
    .filter(([, { subject, action }]) => {
      const wanted = opposite[action]
      return wanted && !entries.some(([, other]) => other.subject === subject && other.action === wanted)
    })
    .map(([id]) => id)
  const unwaived = gaps.filter((id) => !Object.hasOwn(waivers, id))
  const stale = Object.keys(waivers).filter((id) => !gaps.includes(id))
  const silent = Object.entries(waivers).filter(([, reason]) => reason.trim() === '')
  return [
    ...unwaived.map((id) => `${id} has no opposite.`),
    ...stale.map((id) => `The waiver for ${id} waives nothing.`),
    ...silent.map(([id]) => `The waiver for ${id} gives no reason.`),
  ]
}

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
