import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aTrackId as id, aRule as rule } from '../plan/a-rule.cases'
import type { Rule, RuleId } from '../plan/rule'
import { ruleKey } from '../plan/rule-id'
import {
  isNothingToDo,
  type PublishInput,
  type PublishOperations,
  publishOperations,
  publishSummary,
} from './publish-operations'

const keys = (batches: readonly (readonly RuleId[])[]) => batches.flat().map(({ key }) => key)

/** What a target holds after the batches, by Segment's rules; refuses a rename onto a taken name. */
const carryOut = (held: readonly Rule[], { upserts, removals }: PublishOperations): Rule[] => {
  const rules = new Map(held.map((r) => [ruleKey(r), r]))
  for (const { newKey, schemaText, ...from } of upserts.flat()) {
    const to = { ...from, key: newKey ?? from.key }
    if (newKey !== undefined && (!rules.has(ruleKey(from)) || rules.has(ruleKey(to))))
      throw new Error('rename refused')
    rules.delete(ruleKey(from))
    rules.set(ruleKey(to), rule(to.key ?? '', schemaText))
  }
  for (const removal of removals.flat()) rules.delete(ruleKey(removal))
  return [...rules.values()]
}

describe('publishOperations', () => {
  test('sends only what differs in meaning', () => {
    const operations = publishOperations({
      held: [rule('Same', '{"type":["object"]}'), rule('Changed'), rule('Gone')],
      wanted: [rule('Same', '{"type":"object"}'), rule('Changed', '{"title":"t"}'), rule('New')],
      managed: ['Same', 'Changed', 'Gone', 'New'].map(id),
    })
    expect(operations).toMatchObject({
      upserts: [[{ key: 'Changed', schemaText: '{"title":"t"}' }, { key: 'New' }]],
      removals: [[{ key: 'Gone' }]],
      leftAlone: [],
    })
    expect(publishSummary(operations.counts)).toBe('1 added, 1 updated, 1 removed')
  })

  test('leaves rules alone that were never ours, and the consent event always', () => {
    const consent = 'Segment Consent Preference Updated'
    const operations = publishOperations({
      held: [rule('Library Event'), rule(consent)],
      wanted: [],
      managed: [id(consent)],
    })
    expect(isNothingToDo(operations)).toBe(true)
    expect(operations.leftAlone.map(({ key }) => key)).toEqual(['Library Event', consent])
    expect(publishSummary(operations.counts)).toBe('nothing to change')
  })

  test('renames in one step when the new name is free', () => {
    const operations = publishOperations({
      held: [rule('A')],
      wanted: [rule('B', '{"title":"t"}')],
      managed: [id('A'), id('B')],
      renames: [{ from: id('A'), to: id('B') }],
    })
    expect(operations).toMatchObject({
      upserts: [[{ key: 'A', newKey: 'B', schemaText: '{"title":"t"}' }]],
      removals: [],
      counts: { renamed: 1, added: 0, updated: 0, removed: 0 },
    })
  })

  test('a chain or a swap of names goes out as upserts, then removals', () => {
    const chain = publishOperations({
      held: [rule('A', '{"title":"a"}'), rule('B', '{"title":"b"}')],
      wanted: [rule('B', '{"title":"a"}'), rule('C', '{"title":"b"}')],
      managed: ['A', 'B', 'C'].map(id),
      renames: [
        { from: id('A'), to: id('B') },
        { from: id('B'), to: id('C') },
      ],
    })
    expect(chain.upserts.flat().every(({ newKey }) => newKey === undefined)).toBe(true)
    expect([keys(chain.upserts), keys(chain.removals)]).toEqual([['B', 'C'], ['A']])
  })

  test('a rename that Segment has done already is not sent again', () => {
    const operations = publishOperations({
      held: [rule('B')],
      wanted: [rule('B')],
      managed: [id('A'), id('B')],
      renames: [{ from: id('A'), to: id('B') }],
    })
    expect(isNothingToDo(operations)).toBe(true)
  })

  test('keeps within the sizes Segment takes', () => {
    const many = Array.from({ length: 401 }, (_, i) => rule(`E${i}`))
    const sizes = (input: PublishInput) => {
      const { upserts, removals } = publishOperations(input)
      return [upserts.map((batch) => batch.length), removals.map((batch) => batch.length)]
    }
    expect(sizes({ held: [], wanted: many, managed: [] })).toEqual([[200, 200, 1], []])
    expect(sizes({ held: many.slice(0, 41), wanted: [], managed: many })).toEqual([[], [20, 20, 1]])
  })

  test('carried out, it leaves what is wanted and what was never ours; interrupted anywhere, it goes on', () => {
    const names = ['A', 'B', 'C', 'D']
    const someRules = fc
      .dictionary(fc.constantFrom(...names), fc.constantFrom('{}', '{"title":"t"}'))
      .map((rules) => Object.entries(rules).map(([key, text]) => rule(key, text)))
    const someIds = fc.subarray(names).map((list) => list.map(id))
    const renames = fc.array(
      fc.record({ from: fc.constantFrom(...names).map(id), to: fc.constantFrom(...names).map(id) }),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(someRules, someRules, someIds, renames, fc.nat(9), (held, wanted, managed, moves, stop) => {
        const unique = moves.filter(
          (move, i) =>
            !moves
              .slice(0, i)
              .some((other) => other.from.key === move.from.key || other.to.key === move.to.key),
        )
        // A plan manages what it wants, and whatever it renames.
        const input = {
          held,
          wanted,
          renames: unique,
          managed: [...managed, ...wanted, ...unique.map((m) => m.from)],
        }
        const operations = publishOperations(input)
        const partly = { ...operations, upserts: [operations.upserts.flat().slice(0, stop)], removals: [] }
        const rest = publishOperations({ ...input, held: carryOut(held, partly) })
        for (const after of [carryOut(held, operations), carryOut(carryOut(held, partly), rest)]) {
          const left = new Set(operations.leftAlone.map(ruleKey))
          const mine = after.filter((r) => !left.has(ruleKey(r)))
          expect(mine.map((r) => [r.key, r.hash]).sort()).toEqual(wanted.map((r) => [r.key, r.hash]).sort())
          expect(isNothingToDo(publishOperations({ ...input, held: after }))).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })
})
