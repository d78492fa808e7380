import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSchema, schemaBounds } from './parse-schema'
import { printJson } from './print-json'
import { readJson } from './read-json'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

describe('parseSchema', () => {
  test('agrees with JSON.parse on any JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent)
        expect(parseSchema(spaced)).toEqual({ ok: true, value: JSON.parse(text), inexact: [] })
      }),
    )
  })

  test('refuses exactly what JSON.parse refuses', () => {
    const nearlyJson = fc
      .array(fc.constantFrom(...'{}[],:"\\ \n', '1', '-', '0', '.', 'e', 'true', 'null', '"a"', '\t'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(nearlyJson, (text) => {
        let parses = true
        try {
          JSON.parse(text)
        } catch {
          parses = false
        }
        const parsing = parseSchema(text)
        expect(parsing.ok || parsing.refusal.code === 'duplicate-key').toBe(parses)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps __proto__ as a key', () => {
    const parsing = parseSchema('{"properties":{"__proto__":{"type":"string"}}}')
    if (!parsing.ok) throw new Error(parsing.refusal.message)
    expect(JSON.stringify(parsing.value)).toBe('{"properties":{"__proto__":{"type":"string"}}}')
  })

  test('says which numbers it had to round', () => {
    const parsing = parseSchema('{"a/b":[1,9007199254740993,0.1],"c":1e400,"d":-0}')
    expect(parsing).toMatchObject({ ok: true, inexact: ['/a~1b/1', '/c'] })
  })

  test.each([
    ['', 'malformed'],
    ['{"a":1} x', 'malformed'],
    ['{"a":', 'malformed'],
    ['"a', 'malformed'],
    ['01', 'malformed'],
    ['[1,]', 'malformed'],
    ["{'a':1}", 'malformed'],
    ['{"a":1,"a":1}', 'duplicate-key'],
    [nested(schemaBounds.depth + 1), 'too-deep'],
    [nested(100_000), 'too-deep'],
    [' '.repeat(schemaBounds.length + 1), 'too-large'],
  ])('refuses %.20s as %s', (text, code) => {
    expect(parseSchema(text)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('takes what is just within the bounds', () => {
    expect(parseSchema(nested(schemaBounds.depth)).ok).toBe(true)
  })
})

test('readJson and printJson carry any number literal unchanged when JavaScript cannot', () => {
  const text = '{"big":12345678901234567890,"tiny":1e-400,"long":0.12345678901234567890123,"plain":0.1}'
  const reading = readJson(text, schemaBounds)
  expect(reading.ok && printJson(reading.value)).toBe(text)
})

test('printJson with an indent prints as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const reading = readJson(text, schemaBounds)
      expect(reading.ok && printJson(reading.value, 2)).toBe(JSON.stringify(JSON.parse(text), null, 2))
    }),
  )
})
