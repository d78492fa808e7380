import type { Json } from '../json'
import type { DefectName } from './defect-kinds'

/** A schema with one defect, where it is, and what the repair makes of the whole. */
export type DefectCase = {
  readonly name: DefectName
  readonly schema: Json
  readonly pointer: string
  readonly certainty: 'certain' | 'guess'
  readonly repaired: Json
}

const rows =
  (certainty: DefectCase['certainty']) =>
  (name: DefectName, ...cases: readonly (readonly [Json, string, Json])[]): DefectCase[] =>
    cases.map(([schema, pointer, repaired]) => ({ name, schema, pointer, certainty, repaired }))
const certain = rows('certain')
const guess = rows('guess')

const p = (schema: Json): Json => ({ properties: { p: schema } })
const draft = (number: string): Json => ({ $schema: `http://json-schema.org/draft-${number}/schema#` })

/** Read by the tests of detectors and repairs; every kind of defect has a row. */
export const defectCases: readonly DefectCase[] = [
  ...certain(
    'unknown-type',
    [p({ type: 'any' }), '/properties/p/type', p({})],
    [{ type: ['string', 'any'] }, '/type', {}],
    [{ anyOf: [{}, { type: 'any' }] }, '/anyOf/1/type', { anyOf: [{}, {}] }],
    [{ items: [{ type: 'any' }] }, '/items/0/type', { items: [{}] }],
  ),
  ...guess(
    'unknown-type',
    [{ type: 'string,' }, '/type', { type: 'string' }],
    [{ type: 'Int' }, '/type', { type: 'integer' }],
    [{ type: ['string,', 'null'] }, '/type', { type: ['string', 'null'] }],
    [{ type: 'colour' }, '/type', {}],
    [{ type: 'constructor' }, '/type', {}],
  ),
  ...certain('type-is-not-text', [{ type: ['string', null] }, '/type', { type: ['string', 'null'] }]),
  ...guess('type-is-not-text', [{ type: null }, '/type', {}], [{ type: [] }, '/type', {}]),
  ...certain(
    'required-is-not-a-list',
    [
      p({ type: 'string', required: true }),
      '/properties/p/required',
      { properties: { p: { type: 'string' } }, required: ['p'] },
    ],
    [
      { properties: { 'a/b': { required: true } }, required: ['c'] },
      '/properties/a~1b/required',
      { properties: { 'a/b': {} }, required: ['c', 'a/b'] },
    ],
    [
      { properties: { properties: { required: true } } },
      '/properties/properties/required',
      { properties: { properties: {} }, required: ['properties'] },
    ],
    [p({ required: false }), '/properties/p/required', p({})],
  ),
  ...guess(
    'required-is-not-a-list',
    [{ required: 'a' }, '/required', { required: ['a'] }],
    [{ required: ['a', 1] }, '/required', { required: ['a'] }],
    [{ required: true }, '/required', {}],
    // A list called `properties`: what it holds is no property.
    [
      { properties: { properties: { items: { required: true } } } },
      '/properties/properties/items/required',
      { properties: { properties: { items: {} } } },
    ],
  ),
  ...certain('properties-is-not-a-map', [{ properties: [] }, '/properties', { properties: {} }]),
  ...guess('properties-is-not-a-map', [{ properties: 7 }, '/properties', { properties: {} }]),
  ...guess(
    'schema-is-not-a-schema',
    [p('string'), '/properties/p', p({ type: 'string' })],
    [p(null), '/properties/p', p({})],
    [{ anyOf: [{}, 7] }, '/anyOf/1', { anyOf: [{}, {}] }],
    [{ additionalProperties: 'no' }, '/additionalProperties', { additionalProperties: {} }],
    [{ dependencies: { a: ['b'], c: 7 } }, '/dependencies/c', { dependencies: { a: ['b'], c: {} } }],
  ),
  ...guess('enum-is-not-a-list', [{ enum: 'a' }, '/enum', { enum: ['a'] }]),
  ...guess('enum-is-empty', [{ enum: [] }, '/enum', {}]),
  ...certain(
    'named-twice',
    [{ type: ['string', 'string'] }, '/type', { type: ['string'] }],
    [{ required: ['a', 'b', 'a'] }, '/required', { required: ['a', 'b'] }],
    [{ enum: [{ a: 1, b: 2 }, 'a', { b: 2, a: 1 }] }, '/enum', { enum: [{ b: 2, a: 1 }, 'a'] }],
  ),
  ...certain(
    'wrong-kind-of-value',
    [{ minLength: null }, '/minLength', {}],
    [p({ description: null }), '/properties/p/description', p({})],
  ),
  ...guess(
    'wrong-kind-of-value',
    [{ minLength: '5' }, '/minLength', { minLength: 5 }],
    [{ minLength: '1.5' }, '/minLength', {}],
    [{ maximum: '-1.5' }, '/maximum', { maximum: -1.5 }],
    [{ uniqueItems: 'True' }, '/uniqueItems', { uniqueItems: true }],
    [{ multipleOf: 0 }, '/multipleOf', {}],
    [{ pattern: 7 }, '/pattern', {}],
    [{ allOf: { type: 'string' } }, '/allOf', { allOf: [{ type: 'string' }] }],
    [{ anyOf: [] }, '/anyOf', {}],
    [{ patternProperties: [] }, '/patternProperties', {}],
    [{ dependencies: { a: ['b', 7, 'b'] } }, '/dependencies', { dependencies: { a: ['b'] } }],
  ),
  ...certain(
    'boolean-exclusive-bound',
    [{ minimum: 1, exclusiveMinimum: true }, '/exclusiveMinimum', { exclusiveMinimum: 1 }],
    [{ maximum: 1, exclusiveMaximum: false }, '/exclusiveMaximum', { maximum: 1 }],
    [{ exclusiveMaximum: true }, '/exclusiveMaximum', {}],
  ),
  ...certain('legacy-draft', [draft('04'), '/$schema', draft('07')]),
  ...certain('legacy-id', [{ id: '/properties/a', title: 'x' }, '/id', { title: 'x' }]),
  ...certain('new-property-mark', [
    { items: { isNewProperty: true } },
    '/items/isNewProperty',
    { items: {} },
  ]),
  ...guess('labels-keyword', [p({ labels: { b: 'c' } }), '/properties/p/labels', p({})]),
  ...certain(
    'keyword-without-effect',
    [{ if: {} }, '/if', {}],
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword's name
    [{ then: {} }, '/then', {}],
    [{ items: {}, additionalItems: false }, '/additionalItems', { items: {} }],
  ),
  ...guess(
    'unknown-keyword',
    [{ requird: ['a'] }, '/requird', {}],
    [p({ constructor: 1 }), '/properties/p/constructor', p({})],
    [p({ nullable: true }), '/properties/p/nullable', p({})],
  ),
]
