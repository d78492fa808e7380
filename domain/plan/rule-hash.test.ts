import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalForm } from './canonical-form'
import type { Json } from './json'
import { printJson } from './print-json'
import { ruleHash, schemaHash } from './rule-hash'

const same: [string, string, string][] = [
  ['key order', '{"type":"object","description":"d"}', '{"description":"d","type":"object"}'],
  ['white space', '{ "type" : "object" }', '{"type":"object"}'],
  ['a one-element type array', '{"type":["string"]}', '{"type":"string"}'],
  ['the order of types', '{"type":["null","string"]}', '{"type":["string","null"]}'],
  ['the order of required', '{"required":["a","b"]}', '{"required":["b","a"]}'],
  ['a value listed twice', '{"enum":[1,"a",1]}', '{"enum":["a",1]}'],
  ['key order inside enum values', '{"enum":[{"a":1,"b":2}]}', '{"enum":[{"b":2,"a":1}]}'],
  ['draft-04 id', '{"id":"/a"}', '{"$id":"/a"}'],
  [
    'draft-04 exclusive bounds',
    '{"minimum":3,"exclusiveMinimum":true,"maximum":9,"exclusiveMaximum":false}',
    '{"exclusiveMinimum":3,"maximum":9}',
  ],
  ['spelling of numbers', '{"minimum":1.0,"maximum":1e2}', '{"minimum":1,"maximum":100}'],
  ['spelling of large numbers', '{"const":12345678901234567890}', '{"const":1.234567890123456789e19}'],
  ['depth', '{"properties":{"a":{"items":{"type":["x"]}}}}', '{"properties":{"a":{"items":{"type":"x"}}}}'],
  ['lists of schemas', '{"anyOf":[{"type":["x"]}]}', '{"anyOf":[{"type":"x"}]}'],
  [
    'sections that Segment fills in',
    '{"properties":{"properties":{},"context":{},"traits":{}}}',
    '{"properties":{"properties":{}}}',
  ],
]

const different: [string, string, string][] = [
  ['a property named type', '{"properties":{"type":["a"]}}', '{"properties":{"type":"a"}}'],
  ['a property named id', '{"properties":{"id":"a"}}', '{"properties":{"$id":"a"}}'],
  ['a property named required', '{"properties":{"required":{}}}', '{"properties":{}}'],
  ['words inside const', '{"const":{"type":["a"]}}', '{"const":{"type":"a"}}'],
  ['order inside enum values', '{"enum":[["a","b"]]}', '{"enum":[["b","a"]]}'],
  ['order inside default', '{"default":{"required":["a","b"]}}', '{"default":{"required":["b","a"]}}'],
  ['order of anyOf', '{"anyOf":[{"type":"x"},{}]}', '{"anyOf":[{},{"type":"x"}]}'],
  ['integers beyond 2^53', '{"const":9007199254740993}', '{"const":9007199254740992}'],
  ['numbers too large for a double', '{"const":1e400}', '{"const":1e401}'],
  ['a key named __proto__', '{"properties":{"__proto__":{"type":"string"}}}', '{"properties":{}}'],
  ['integer and number', '{"type":"integer"}', '{"type":"number"}'],
  ['a string and a number', '{"const":"1"}', '{"const":1}'],
]

describe('the hash of a rule', () => {
  test.each(same)('does not see %s', (_name, a, b) => expect(ruleHash(a)).toBe(ruleHash(b)))

  test.each(different)('sees %s', (_name, a, b) => expect(ruleHash(a)).not.toBe(ruleHash(b)))

  test('is SHA-256 of the canonical text', () => {
    // sha256sum of `{}`
    expect(ruleHash(' { } ')).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  test.each(['{', '{"a":1,"a":2}'])('does not exist for %j', (text) => {
    expect(() => ruleHash(text)).toThrow('has no hash')
  })
})

const anyJson = fc.jsonValue() as fc.Arbitrary<Json>

describe('canonicalForm', () => {
  test.each([
    null,
    true,
    'text',
    [],
    { type: 3 },
    { required: true },
    { properties: [] },
    { items: [1, null] },
    { enum: {} },
    { type: 'string,' },
    { type: [null] },
    { exclusiveMinimum: true },
  ] as Json[])('takes the defect %j as it is', (schema) => expect(canonicalForm(schema)).toEqual(schema))

  test('is its own canonical form, and text and value hash alike', () => {
    fc.assert(
      fc.property(anyJson, (schema) => {
        const canonical = canonicalForm(schema)
        expect(canonicalForm(canonical)).toEqual(canonical)
        expect(schemaHash(canonical)).toBe(schemaHash(schema))
        expect(ruleHash(printJson(schema, 2))).toBe(schemaHash(schema))
      }),
    )
  })
})
