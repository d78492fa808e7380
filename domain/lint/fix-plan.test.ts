import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import { anyDefectiveSchema } from '../plan/defects/any-defective-schema.cases'
import type { Json } from '../plan/json'
import { valueAt } from '../plan/schema-pointer'
import { anEvent, text } from './an-event.cases'
import { fixFinding } from './fix-findings'
import { fixPlan } from './fix-plan'
import { lint } from './lint'
import type { Finding } from './lint-rule'
import { lintRules } from './lint-rules'

const formats = ['date-time', 'dateTime', 'DATE_TIME', 'Uri', 'order-number', 'IPv4']
const names = ['a', 'b', 'c/d', '*', 'properties', '__proto__']

/** An event whose properties have defects and misspelt formats at any depth. */
const anyEvent = fc
  .tuple(
    anyDefectiveSchema,
    fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...formats)),
    fc.boolean(),
  )
  .map(([schema, formatted, inList]) => {
    const named = Object.entries(formatted).map(([name, format]) => [name, { ...text, format }] as const)
    const object: Json = { properties: Object.fromEntries(named) }
    return anEvent('A', {
      list: inList ? { items: object } : { anyOf: [object] },
      schema,
      ...Object.fromEntries(named),
    })
  })

const isSame =
  ({ id, rule, pointer, fix }: Finding) =>
  (other: Finding): boolean =>
    other.id === id &&
    other.rule.key === rule.key &&
    other.pointer === pointer &&
    other.fix?.at.some((place) => fix?.at.includes(place)) === true

describe('fixes', () => {
  test('every rule of lint that has one shows it in the law below', () => {
    const fixing = lintRules.filter(({ fix }) => fix !== undefined).map(({ id }) => id)
    const shown = new Set(
      fc
        .sample(anyEvent, { numRuns: 300, seed: 1 })
        .flatMap((rule) => lint([rule]).flatMap(({ id, fix }) => (fix ? [id] : []))),
    )
    expect([...shown].sort()).toEqual([...fixing].sort())
  })

  test('what is fixed is found no more', () => {
    fc.assert(
      fc.property(anyEvent, (rule) => {
        for (const finding of lint([rule]).filter(({ fix }) => fix !== undefined)) {
          const fixed = fixFinding(rule, finding)
          expect(fixed).not.toBe(rule)
          expect(lint([fixed]).filter(isSame(finding))).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('after all fixes there is none left to offer', () => {
    fc.assert(
      fc.property(anyEvent, (rule) => {
        expect(fixPlan([rule]).left.filter(({ fix }) => fix !== undefined)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test('what a fix of a format does not name stays as it was, to the last digit', () => {
    const before =
      '{ "properties":\n  {"properties": {"properties": {"a": {"format": "DateTime", "x": 1e400}, "b": {"maximum": 12345678901234567890}}}}}'
    const { rules } = fixPlan([aRule('A', before)], { 'known-defect': 'off' })
    const after = rules[0]?.schemaText ?? ''
    expect(after.replace(/\s/g, '')).toBe(before.replace('DateTime', 'date-time').replace(/\s/g, ''))
  })

  test('a rule without a fix stays the same, text and all; what is switched off is left alone', () => {
    const spaced = aRule('B', '{ "properties" : {} }')
    const broken = anEvent('A', { a: { type: 'any' }, b: { ...text, format: 'URI' } })
    const { rules, fixed } = fixPlan([broken, spaced], { 'known-defect': 'off' })
    expect(rules[1]).toBe(spaced)
    expect(fixed.map(({ id }) => id)).toEqual(['unknown-format'])
    expect(valueAt(rules[0]?.jsonSchema ?? null, '/properties/properties/properties/a')).toEqual({
      type: 'any',
    })
  })

  test('a guess is left to people', () => {
    const { rules, left } = fixPlan([anEvent('A', { a: { type: 'string,' } })])
    expect(rules[0]?.schemaText).toContain('"string,"')
    expect(left.map(({ id }) => id)).toContain('known-defect')
  })
})
