import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInstance, anyPair } from '../compatibility/any-schema.cases'
import type { Json } from '../plan/json'
import { compileSchemaWithErrors } from './compile-schema'
import { findUnplanned } from './unplanned-names'

const told = (section: Json, sent: Json) => {
  const compiled = compileSchemaWithErrors({ properties: { properties: section } }, 'properties')
  if (!compiled.ok) throw new Error(compiled.reason)
  const errors = compiled.errorsOf({ properties: sent })
  return {
    tellsNames: compiled.tellsNames,
    hasOthers: errors.some(({ keyword }) => keyword === 'properties'),
    constraints: errors
      .filter(({ keyword }) => keyword !== 'properties')
      .map(({ schemaPath, instancePath }) => `${schemaPath} ${instancePath}`)
      .sort(),
  }
}

describe('names that the validator counts', () => {
  test.each<[Json, Json, boolean]>([
    [{ properties: { a: {} } }, { a: 1 }, false],
    [{ properties: { a: {} } }, { b: 1 }, true],
    [{ properties: { a: {} }, additionalProperties: false }, { a: 1, b: 1 }, true],
    [{ properties: { a: { properties: { b: {} } } } }, { a: { c: 1 } }, true],
    [{ properties: { a: { type: 'object' } } }, { a: { c: 1 } }, false],
    [{ properties: { a: { items: { properties: { b: {} } } } } }, { a: [{ b: 1 }, { c: 1 }] }, true],
    [{}, { a: 1 }, true],
  ])('%j and %j', (section, sent, expected) =>
    expect(told(section, sent)).toMatchObject({ tellsNames: true, hasOthers: expected }),
  )

  test.each<Json>([
    { properties: { a: {} }, additionalProperties: { type: 'string' } },
    { properties: { a: {} }, patternProperties: { b: {} } },
    { allOf: [{ properties: { a: {} } }] },
    { properties: { a: { properties: { b: {} }, anyOf: [{}] } } },
    { properties: { constructor: {} } },
  ])('are left to a second walk for %j', (section) => expect(told(section, {}).tellsNames).toBe(false))

  test('are those that the second walk finds, and the constraints are the same', () => {
    fc.assert(
      fc.property(anyPair, anyInstance, anyInstance, ([inner, other], one, two) => {
        const section = { properties: { a: inner, b: other }, required: ['a'] }
        fc.pre(!JSON.stringify(section).includes('$ref'))
        const sent = { a: one, c: two }
        const watched = told(section, sent)
        fc.pre(watched.tellsNames)
        expect(watched.hasOthers).toBe(findUnplanned(section).any(sent))
        const plain = compileSchemaWithErrors({ properties: { properties: section } })
        const constraints = plain.ok ? plain.errorsOf({ properties: sent }) : []
        const places = constraints.map(({ schemaPath, instancePath }) => `${schemaPath} ${instancePath}`)
        expect(places).toEqual(expect.arrayContaining([...watched.constraints]))
        // A closed object's refusal of a name is told as the name itself where the object plans any.
        const left = places.filter((place) => !watched.constraints.includes(place))
        expect(left.filter((place) => !place.includes('/additionalProperties '))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
