import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { compileSchema as compileWithLibrary, draft07 } from 'json-schema-library'
import { Check } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { anyInstance, anyPair } from '../compatibility/any-schema.cases'
import { isJsonObject, type Json, type JsonObject } from '../plan/json'
import { compileSchema, compileSchemaWithErrors } from './compile-schema'
import { draft07Cases } from './draft-07.cases'

const ours = (schema: Json) => {
  const [plain, telling] = [compileSchema(schema), compileSchemaWithErrors(schema)]
  if (!plain.ok || !telling.ok) throw new Error(plain.ok ? 'compiles in one way only' : plain.reason)
  return (value: Json) => {
    const verdict = plain.validate(value)
    expect(telling.errorsOf(value).length === 0).toBe(verdict)
    return verdict
  }
}

describe('draft-07', () => {
  test.each(draft07Cases)('%s', (_what, schema, accepted, refused) => {
    const accepts = ours(schema)
    expect(accepted.filter((value) => !accepts(value))).toEqual([])
    expect(refused.filter(accepts)).toEqual([])
  })

  test('every keyword that a property schema can hold has a row', () => {
    const named = new Set(draft07Cases.flatMap(([, schema]) => keywordsIn(schema)))
    expect(keywords.filter((keyword) => !named.has(keyword))).toEqual([])
  })
})

const keywords =
  `type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern items
  additionalItems maxItems minItems uniqueItems contains maxProperties minProperties required properties
  patternProperties additionalProperties dependencies propertyNames if then else allOf anyOf oneOf not $ref $id
  definitions format`.split(/\s+/)

const keywordsIn = (schema: Json): readonly string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : [...(isJsonObject(schema) ? Object.keys(schema) : []), ...Object.values(schema).flatMap(keywordsIn)]

/** Other validators, each with what it is known to do otherwise than the specification says. */
const oracles: readonly {
  readonly name: string
  readonly verdicts: (schema: Json) => (value: Json) => boolean
  readonly departs: readonly string[]
  /** What random schemas may not hold, since the oracle is known to be wrong there. */
  readonly passesOver?: RegExp
}[] = [
  {
    name: 'Ajv',
    verdicts: (schema) => {
      const ajv = new Ajv({ strict: false, ownProperties: true, logger: false })
      addFormats.default(ajv)
      const validate = ajv.compile(schema as JsonObject)
      return (value) => validate(value)
    },
    departs: [
      'enum of what objects inherit',
      'multipleOf a decimal fraction',
      'uniqueItems with what objects inherit',
      'contains beside positions',
      'a property called __proto__',
      'a property called __proto__ in a closed object',
      'dependencies of __proto__',
      'what stands beside a reference is ignored',
    ],
    // An empty list contains what it should to it, beside positions.
    passesOver: /"contains"/,
  },
  {
    name: 'TypeBox',
    verdicts: (schema) => (value) => Check(schema as JsonObject, value),
    departs: ['required of what objects inherit', 'what stands beside a reference is ignored'],
  },
  {
    name: 'json-schema-library',
    verdicts: (schema) => {
      const node = compileWithLibrary(schema as JsonObject, { drafts: [draft07] })
      return (value) => node.validate(value).valid
    },
    departs: [
      'enum of objects and lists',
      'uniqueItems with what objects inherit',
      // Its formats are a package of their own.
      'format hostname',
      'format ipv4',
      'format ipv6',
      'format uri',
      'format uri-reference',
      'format uri-template',
    ],
    // It takes no notice of a bound of zero.
    passesOver: /"format"|"(maximum|minimum|exclusiveMaximum|exclusiveMinimum)":0/,
  },
]

describe.each(oracles)('$name', ({ verdicts, departs, passesOver }) => {
  test('judges the table alike, but for what it is known to do otherwise', () => {
    const differing = draft07Cases.filter(([, schema, accepted, refused]) => {
      try {
        const accepts = verdicts(schema)
        return !accepted.every(accepts) || refused.some(accepts)
      } catch {
        return true
      }
    })
    expect(differing.map(([what]) => what)).toEqual(departs)
  })

  test('judges random schemas and values alike', () => {
    fc.assert(
      fc.property(anyPair, fc.array(anyInstance, { minLength: 1, maxLength: 5 }), ([schema], values) => {
        fc.pre(passesOver?.test(JSON.stringify(schema)) !== true)
        const [mine, other] = [ours(schema), verdicts(schema)]
        for (const value of values) expect(mine(value)).toBe(other(value))
      }),
      { numRuns: 250 },
    )
  })
})
