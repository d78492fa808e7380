import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ExactNumber } from '../exact-json'
import type { Json, JsonObject } from '../json'
import { anyDefectiveSchema } from './any-defective-schema.cases'
import { defectKinds } from './defect-kinds'
import { defectCases } from './defects.cases'
import { knownDefects } from './known-defects'
import { repairSchema } from './repair-schema'

const ajv = new Ajv({ strictSchema: true, strictTypes: false, strictTuples: false, logger: false })
// Segment's own, at the top of an event.
ajv.addKeyword('labels')

/** Strict about the schema itself: unknown keywords and values of the wrong kind are refused. */
const strictlyCompiles = (schema: Json): boolean => {
  try {
    ajv.compile(schema as JsonObject)
    return true
  } catch {
    return false
  } finally {
    ajv.removeSchema(schema as JsonObject)
  }
}

describe('repairSchema', () => {
  test.each(defectCases)('$schema becomes $repaired: $certainty', ({ schema, repaired, certainty, name }) => {
    const [without, withGuess] = [repairSchema(schema), repairSchema(schema, { guess: true })]
    expect(JSON.stringify(withGuess.schema)).toBe(JSON.stringify(repaired))
    expect(withGuess.repairs).toMatchObject([{ certainty, defect: { name } }])
    if (certainty === 'certain') expect(without).toEqual(withGuess)
    else expect(without).toMatchObject({ schema, repairs: [], left: [{ name }] })
  })

  test('what the table of kinds says of certainty is what happens', () => {
    const happened = Object.keys(defectKinds).map((kind) => {
      const all = new Set(defectCases.filter(({ name }) => name === kind).map(({ certainty }) => certainty))
      return [kind, all.size === 2 ? 'either' : [...all][0]]
    })
    expect(Object.fromEntries(happened)).toEqual(
      Object.fromEntries(Object.entries(defectKinds).map(([kind, { certainty }]) => [kind, certainty])),
    )
  })

  test('a kind that strict validators refuse is refused, and taken when repaired', () => {
    for (const { schema, repaired, name } of defectCases) {
      if (defectKinds[name].strict === 'refuses')
        expect([name, strictlyCompiles(schema)]).toEqual([name, false])
      expect([name, strictlyCompiles(repaired)]).toEqual([name, true])
    }
  })

  test('an object says what it requires before its properties add themselves', () => {
    const schema = { properties: { a: { required: true, properties: { b: { required: true } } } } }
    expect(repairSchema(schema)).toMatchObject({
      schema: { properties: { a: { properties: { b: {} }, required: ['b'] } }, required: ['a'] },
      left: [],
    })
    const unreadable = { required: 'x', properties: { a: { required: true } } }
    expect(repairSchema(unreadable)).toMatchObject({ schema: unreadable, repairs: [] })
    expect(repairSchema(unreadable, { guess: true })).toMatchObject({ schema: { required: ['x', 'a'] } })
  })

  test('a bound that cannot be read is settled before what says that it is exclusive', () => {
    const schema = { exclusiveMinimum: true, minimum: '1' }
    expect(repairSchema(schema)).toMatchObject({ schema, repairs: [] })
    expect(repairSchema(schema, { guess: true })).toMatchObject({ schema: { exclusiveMinimum: 1 }, left: [] })
  })

  test('a bound that JavaScript would round keeps its digits', () => {
    const limit = new ExactNumber('12345678901234567890')
    expect(repairSchema({ minimum: limit, exclusiveMinimum: true }).schema).toEqual({
      exclusiveMinimum: limit,
    })
  })

  test('a rule that is no schema at all is left to people', () => {
    expect(repairSchema(null, { guess: true })).toMatchObject({
      schema: null,
      repairs: [],
      left: [{ pointer: '' }],
    })
  })
})

describe('laws of repair', () => {
  test('repaired with guesses, a schema has no defects and compiles under a strict validator', () => {
    fc.assert(
      fc.property(anyDefectiveSchema, (schema) => {
        const { schema: repaired, left } = repairSchema(schema, { guess: true })
        expect([left, knownDefects(repaired as Json)]).toEqual([[], []])
        expect(strictlyCompiles(repaired as Json)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('without guesses exactly the guesses are left, and repairing again changes nothing', () => {
    fc.assert(
      fc.property(anyDefectiveSchema, (schema) => {
        const { schema: repaired, left } = repairSchema(schema)
        const again = repairSchema(repaired)
        expect(again).toMatchObject({ schema: repaired, repairs: [] })
        expect(again.left).toEqual(left)
      }),
      { numRuns: 400 },
    )
  })

  test('a sound schema is left alone, to the object', () => {
    fc.assert(
      fc.property(anyDefectiveSchema, (schema) => {
        const sound = repairSchema(schema, { guess: true }).schema
        expect(repairSchema(sound, { guess: true })).toEqual({ schema: sound, repairs: [], left: [] })
      }),
      { numRuns: 200 },
    )
  })
})
