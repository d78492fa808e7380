import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesOf } from '../impact/changes-of'
import { judge } from '../impact/judge'
import { tellChange } from '../impact/tell-change'
import { worstLevel } from '../impact/verdict'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { ruleOfSchema } from '../plan/rule-from-text'
import { type DoneByEdit, type GroupedChange, groupEdits, whatIsDone } from './group-edits'

type TestEdit = Pick<Rule, 'type' | 'key' | 'version'> & {
  readonly before: Json | null
  readonly after: Json | null
}

const edit = (key: string, before: Json | null, after: Json | null): TestEdit => ({
  type: 'TRACK',
  key,
  version: 1,
  before,
  after,
})
const event = (properties: Json, more: { [key: string]: Json } = {}): Json => ({
  type: 'object',
  properties: { properties: { type: 'object', properties } },
  ...more,
})
const text = { type: 'string' }

const changes = ({ before, after, ...rule }: TestEdit): readonly GroupedChange[] => {
  const ruleOf = (schema: Json | null): Rule | null =>
    schema === null ? null : ruleOfSchema(rule, JSON.stringify(schema), schema)
  return changesOf(ruleOf(before), ruleOf(after)).map((change) => {
    const verdict = judge(change)
    return {
      ...tellChange({ change, verdict }),
      senders: verdict.senders.level,
      readers: verdict.readers.level,
    }
  })
}
const done = (edit: TestEdit, told = changes(edit)): DoneByEdit => {
  const levels = told.flatMap(({ senders, readers }) => [senders, readers])
  return { does: whatIsDone(edit, told), worst: levels.length === 0 ? null : worstLevel(levels) }
}
const grouped = (edits: readonly TestEdit[]) =>
  groupEdits(edits, (each) => done(each)).map((group) => group.edits.map(({ key }) => key))

describe('edits that do the same are one decision', () => {
  test('five hundred edits of four kinds are four, the riskiest first, then the most', () => {
    const before = event({ id: text, old: text, method: { enum: ['card', 'cash'] } })
    const kinds: Json[] = [
      event({ id: text, old: text, method: { enum: ['card', 'cash'] } }, { description: 'Described' }),
      event({ id: text, old: text, method: { enum: ['card', 'cash'] }, currency: text }),
      event({ id: text, old: text, method: { enum: ['card'] } }),
      event({ id: { type: 'integer' }, old: text, method: { enum: ['card', 'cash'] } }),
    ]
    const edits = Array.from({ length: 500 }, (_, i) =>
      // One in ten changes a type, so that kind is the smallest.
      edit(`Event ${String(i).padStart(3, '0')}`, before, kinds[i % 10 === 0 ? 3 : i % 3] as Json),
    )
    const groups = groupEdits(edits, (each) => done(each))
    expect(groups.map((group) => [group.edits.flatMap(changes)[0]?.kind, group.edits.length])).toEqual([
      ['enum-values-removed', 150],
      ['type-changed', 50],
      ['property-added', 150],
      ['description-changed', 150],
    ])
    expect(groups.flatMap((group) => group.edits)).toHaveLength(500)
  })

  test('another value before, after or at another place is another decision', () => {
    const one = edit('A', event({ p: text }), event({ p: { type: 'integer' } }))
    const others = [
      edit('B', event({ p: text }), event({ p: { type: 'number' } })),
      edit('C', event({ p: { type: 'boolean' } }), event({ p: { type: 'integer' } })),
      edit('D', event({ q: text }), event({ q: { type: 'integer' } })),
      edit('E', event({ p: text }), event({ p: { type: 'integer' }, q: text })),
    ]
    expect(grouped([one, ...others])).toHaveLength(5)
    expect(grouped([one, edit('B', event({ p: text }), event({ p: { type: 'integer' } }))])).toEqual([
      ['A', 'B'],
    ])
  })

  test('what a rule holds besides does not matter', () => {
    const a = edit('A', event({ p: text, q: text }), event({ p: { type: 'integer' }, q: text }))
    const b = edit('B', event({ p: text, r: text }), event({ p: { type: 'integer' }, r: text }))
    expect(grouped([a, b])).toEqual([['A', 'B']])
  })

  test('an event’s own name in prose is no difference, in a list of values it is', () => {
    const named = (key: string) =>
      edit(key, event({}, { description: `${key}.` }), event({}, { description: `${key}, done.` }))
    expect(grouped([named('Cart Viewed'), named('Order Completed')])).toHaveLength(1)
    const added = (key: string) =>
      edit(key, null, event({ id: text }, { title: key, description: `Sent when ${key}.` }))
    expect(grouped([added('Cart Viewed'), added('Order Completed')])).toHaveLength(1)
    const limited = (key: string) => edit(key, event({ p: text }), event({ p: { ...text, enum: [key] } }))
    expect(grouped([limited('Cart Viewed'), limited('Order Completed')])).toHaveLength(2)
    const described = (key: string, name: string) => edit(key, event({}), event({}, { description: name }))
    expect(grouped([described('Cart Viewed', 'Cart Viewed'), described('B', 'Cart Viewed')])).toHaveLength(2)
  })

  test('another opinion on the same change is another decision', () => {
    const one = edit('A', event({ p: text }), event({ p: { type: 'integer' } }))
    const groups = groupEdits([one, { ...one, key: 'B' }], (each) =>
      done(
        each,
        changes(each).map((change) => (each.key === 'B' ? { ...change, senders: 'unknown' } : change)),
      ),
    )
    expect(groups).toHaveLength(2)
  })
})

test('each edit is in one group, and the order they come in changes nothing', () => {
  const schemas = [event({ p: text }), event({ p: { type: 'integer' } }), event({}), null]
  const edits = fc
    .uniqueArray(fc.record({ key: fc.constantFrom(...'ABCDEFGH'), before: fc.nat(2), after: fc.nat(3) }), {
      selector: ({ key }) => key,
    })
    .map((drawn) =>
      drawn.map(({ key, before, after }) => edit(key, schemas[before] ?? null, schemas[after] ?? null)),
    )
  fc.assert(
    fc.property(edits, (given) => {
      const groups = groupEdits(given, (each) => done(each))
      expect(groups.flatMap((group) => group.edits.map(({ key }) => key)).sort()).toEqual(
        given.map(({ key }) => key).sort(),
      )
      expect(groupEdits([...given].reverse(), (each) => done(each))).toEqual(groups)
    }),
    { numRuns: 60 },
  )
})
