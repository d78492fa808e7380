import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalForm } from '../plan/canonical-form'
import type { Json } from '../plan/json'
import type { RuleId } from '../plan/rule'
import { schemaHash } from '../plan/rule-hash'
import { anySchema } from './any-schema.cases'
import { describeChange } from './describe-change'
import { diffSchemas } from './diff-schemas'
import { schemaChangeCases } from './schema-changes.cases'

const rule: RuleId = { type: 'TRACK', key: 'Order Completed', version: 1 }
const diff = (before: Json, after: Json) => diffSchemas(rule, before, after)

describe('diffSchemas', () => {
  test.each(schemaChangeCases)('tells $name', ({ before, after, kinds, pointer, sentence }) => {
    const changes = diff(before, after)
    expect(changes.map(({ kind }) => kind)).toEqual(kinds)
    expect(changes[0]).toMatchObject({ rule, pointer })
    expect(changes[0] && describeChange(changes[0])).toBe(sentence)
  })

  test('tells every change at once', () => {
    const before = { properties: { a: { type: 'string' }, gone: {} }, required: ['gone'] }
    const after = { properties: { a: { type: 'number', enum: [1] }, fresh: {} }, required: ['a', 'fresh'] }
    expect(diff(before, after).map(({ kind, ...more }) => [kind, 'pointer' in more && more.pointer])).toEqual(
      [
        ['type-changed', '/a'],
        ['enum-added', '/a'],
        ['property-added', '/fresh'],
        ['property-removed', '/gone'],
        ['property-required', '/a'],
      ],
    )
  })

  test('keeps names with slashes and tildes apart', () => {
    expect(diff({}, { properties: { 'a/b': {}, 'a~b': {} } })).toMatchObject([
      { pointer: '/a~1b', schemaPointer: '/properties/a~1b' },
      { pointer: '/a~0b', schemaPointer: '/properties/a~0b' },
    ])
  })

  test('a property named __proto__ is a property', () => {
    const after = JSON.parse('{"properties":{"__proto__":{"type":"string"}}}') as Json
    expect(diff({ properties: {} }, after)).toMatchObject([{ kind: 'property-added', pointer: '/__proto__' }])
  })

  test('has nothing to say about a schema and itself, and something exactly when canonical forms differ', () => {
    fc.assert(
      fc.property(anySchema, anySchema, (a, b) => {
        expect(diff(a, a)).toEqual([])
        expect(diff(a, canonicalForm(a))).toEqual([])
        expect(diff(a, b).length === 0).toBe(schemaHash(a) === schemaHash(b))
      }),
      { numRuns: 300 },
    )
  })

  test('what is added one way is removed the other way', () => {
    const reverse: Record<string, string> = {
      'property-added': 'property-removed',
      'property-removed': 'property-added',
      'property-required': 'property-optional',
      'property-optional': 'property-required',
      'type-widened': 'type-narrowed',
      'type-narrowed': 'type-widened',
      'enum-values-added': 'enum-values-removed',
      'enum-values-removed': 'enum-values-added',
      'enum-added': 'enum-removed',
      'enum-removed': 'enum-added',
      'names-closed': 'names-opened',
      'names-opened': 'names-closed',
    }
    const facts = (before: Json, after: Json, turn: (kind: string) => string) =>
      diff(before, after)
        .map(({ kind, ...more }) => `${turn(kind)} ${'pointer' in more && more.pointer}`)
        .sort()
    fc.assert(
      fc.property(anySchema, anySchema, (a, b) => {
        expect(facts(a, b, (kind) => reverse[kind] ?? kind)).toEqual(facts(b, a, (kind) => kind))
      }),
      { numRuns: 300 },
    )
  })
})

test('a list of very many values takes no longer for having another order', () => {
  const values = Array.from({ length: 60_000 }, (_, i) => `value ${i}`)
  const rule = { type: 'TRACK', key: 'A', version: 1 } as const
  const start = process.cpuUsage()
  expect(diffSchemas(rule, { enum: values }, { enum: [...values.slice(1).toReversed(), 'x'] })).toMatchObject(
    [
      { kind: 'enum-values-removed', before: ['value 0'] },
      { kind: 'enum-values-added', after: ['x'] },
    ],
  )
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
})
