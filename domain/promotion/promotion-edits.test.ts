import { describe, expect, test } from 'vitest'
import { aRule, aTrackId } from '../plan/a-rule.cases'
import { applyEdits } from '../plan/apply-edits'
import { type PromotionSides, promotionEdits, type TracedRule } from './promotion-edits'

const text = (description: string, properties: object = {}) => JSON.stringify({ description, properties })

/** A rule whose lineage is its first name, unless said otherwise. */
const rule = (key: string, schemaText = text(key), lineage = `up ${key}`): TracedRule => ({
  ...aRule(key, schemaText),
  lineage,
})
const own = (key: string, schemaText = text(key), lineage = `own ${key}`) => rule(key, schemaText, lineage)

const promote = (sides: Partial<PromotionSides>) =>
  promotionEdits({ from: [], upstream: [], head: [], names: new Map(), isExact: false, ...sides })

const shown = (
  edits: readonly { key: string | null; newKey?: string; before: string | null; after: string | null }[],
) =>
  edits.map(({ key, newKey, before, after }) => ({
    key,
    ...(newKey === undefined ? {} : { newKey }),
    before: before && JSON.parse(before).description,
    after: after && JSON.parse(after).description,
  }))

describe('what was promoted before', () => {
  const from = [rule('A'), rule('B'), rule('C')]

  test('upstream’s changes go on, what only the follower has stays', () => {
    const { edits, conflicts } = promote({
      from,
      upstream: [rule('A', text('A 2')), rule('B'), rule('D')],
      head: [own('A'), own('B', text('B of its own')), own('C'), own('Only here')],
    })
    expect(conflicts).toEqual([])
    expect(shown(edits)).toEqual([
      { key: 'A', before: 'A', after: 'A 2' },
      { key: 'C', before: 'C', after: null },
      { key: 'D', before: null, after: 'D' },
    ])
  })

  test('a rule that both changed elsewhere is merged, with the edit as upstream made it beside', () => {
    const { edits, merged } = promote({
      from,
      upstream: [rule('A', text('A', { total: {} })), rule('B'), rule('C')],
      head: [own('A', text('A', { region: {} })), own('B'), own('C')],
    })
    expect(edits.map(({ after }) => JSON.parse(after ?? ''))).toEqual([
      { description: 'A', properties: { region: {}, total: {} } },
    ])
    expect([...merged.values()].map(({ after }) => after)).toEqual([text('A', { total: {} })])
  })

  test('what both changed at one place is for a person, and the edits as upstream made them are given', () => {
    const { conflicts, raw } = promote({
      from,
      upstream: [rule('A', text('A 2')), rule('B'), rule('C')],
      head: [own('A', text('A of its own')), own('B'), own('C')],
    })
    expect(conflicts).toMatchObject([{ rule: { key: 'A' }, theirs: text('A of its own') }])
    expect(shown(raw)).toEqual([{ key: 'A', before: 'A', after: 'A 2' }])
  })

  test('what the follower removed itself stays removed, and comes back only by a person’s word', () => {
    const head = [own('A'), own('B')]
    expect(promote({ from, upstream: from, head }).edits).toEqual([])
    const { conflicts } = promote({ from, upstream: [rule('A'), rule('B'), rule('C', text('C 2'))], head })
    expect(conflicts).toMatchObject([{ rule: { key: 'C' }, theirs: null }])
  })

  test('a rename goes on by lineage, and one of the follower’s own is followed', () => {
    const { edits, renames } = promote({
      from,
      upstream: [rule('A renamed', text('A'), 'up A'), rule('B', text('B 2')), rule('C')],
      head: [own('A'), own('B renamed', text('B'), 'own B'), own('C')],
      names: new Map([['own B', [aTrackId('B')]]]),
    })
    expect(shown(edits)).toEqual([
      { key: 'A', newKey: 'A renamed', before: 'A', after: 'A' },
      { key: 'B renamed', before: 'B', after: 'B 2' },
    ])
    expect(renames).toEqual([{ from: aTrackId('B'), to: aTrackId('B renamed') }])
  })

  test('two names for one rule are for a person', () => {
    const { conflicts } = promote({
      from,
      upstream: [rule('A there', text('A'), 'up A'), rule('B'), rule('C')],
      head: [own('A here', text('A'), 'own A'), own('B'), own('C')],
      names: new Map([['own A', [aTrackId('A')]]]),
    })
    expect(conflicts).toMatchObject([
      { places: [{ kind: 'name', base: 'A', ours: 'A there', theirs: 'A here' }] },
    ])
  })

  test('a name that one rule gave up and a new one took', () => {
    const { edits, conflicts } = promote({
      from: [rule('A')],
      upstream: [rule('A old', text('A'), 'up A'), rule('A', text('Another'), 'up new')],
      head: [own('A')],
    })
    expect(conflicts).toEqual([])
    expect(shown(edits)).toEqual([
      { key: 'A', before: 'A', after: 'Another' },
      { key: 'A old', before: null, after: 'A' },
    ])
    expect(applyEdits([own('A')], edits).ok).toBe(true)
  })
})

describe('the first time', () => {
  test('nothing of the follower is removed, upstream’s words stand where both have some', () => {
    const { edits, conflicts } = promote({
      upstream: [rule('A', text('A 2', { total: {} })), rule('B'), rule('D')],
      head: [own('A', text('A', { region: {} })), own('B'), own('Only here')],
    })
    expect(conflicts).toEqual([])
    expect(edits.map(({ key, after }) => [key, JSON.parse(after ?? '')])).toEqual([
      ['A', { description: 'A 2', properties: { region: {}, total: {} } }],
      ['D', { description: 'D', properties: {} }],
    ])
  })

  test('a rule that still has its old name there is renamed', () => {
    const { edits } = promote({
      upstream: [rule('A renamed', text('A'), 'up A')],
      head: [own('A')],
      names: new Map([['up A', [aTrackId('A')]]]),
    })
    expect(shown(edits)).toEqual([{ key: 'A', newKey: 'A renamed', before: 'A', after: 'A' }])
  })

  test('two rules that bore the same name once are not guessed at', () => {
    const { edits } = promote({
      upstream: [rule('X'), rule('Y')],
      head: [own('A')],
      names: new Map([
        ['up X', [aTrackId('A')]],
        ['up Y', [aTrackId('A')]],
      ]),
    })
    expect(edits.map(({ newKey }) => newKey)).toEqual([undefined, undefined])
  })
})

test('exactly: what only the follower has goes, what it changed is overwritten, Segment’s own event stays', () => {
  const { edits, conflicts } = promote({
    from: [rule('A')],
    upstream: [rule('A'), rule('B')],
    head: [own('A', text('A of its own')), own('Only here'), own('Segment Consent Preference Updated')],
    isExact: true,
  })
  expect(conflicts).toEqual([])
  expect(shown(edits)).toEqual([
    { key: 'A', before: 'A of its own', after: 'A' },
    { key: 'B', before: null, after: 'B' },
    { key: 'Only here', before: 'Only here', after: null },
  ])
})
