import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import { schemaHash } from '../plan/rule-hash'
import { type Choice, resolveBy } from './merge-conflict'
import { mergeRules } from './merge-rules'

const rule = (schema: Json) => aRule('A', JSON.stringify(schema))
const merge = (base: Json, ours: Json, theirs: Json) => {
  const { rules, conflicts } = mergeRules({ base: [rule(base)], ours: [rule(ours)], theirs: [rule(theirs)] })
  return { schema: rules[0]?.jsonSchema, conflicts: conflicts.map(({ schemaPointer }) => schemaPointer) }
}
const text = { type: 'string' }

describe('mergeRules', () => {
  test.each(['constructor', 'toString', 'valueOf'])(
    'a keyword that is called %s is one like any other',
    (name) => {
      const of = (value: Json): Json => ({ [name]: value })
      expect(merge({}, of(1), {})).toEqual({ schema: of(1), conflicts: [] })
      expect(merge(of(0), of(1), of(2)).conflicts).toEqual([`/${name}`])
    },
  )

  test.each<[string, Json, Json, Json, Json]>([
    [
      'two properties',
      { properties: {} },
      { properties: { a: text } },
      { properties: { b: text } },
      { properties: { a: text, b: text } },
    ],
    [
      'description beside type',
      { properties: { a: text } },
      { properties: { a: { ...text, description: 'x' } } },
      { properties: { a: { type: 'number' } } },
      { properties: { a: { type: 'number', description: 'x' } } },
    ],
    [
      'enum additions',
      { enum: ['a'] },
      { enum: ['a', 'b'] },
      { enum: ['c', 'a'] },
      { enum: ['a', 'b', 'c'] },
    ],
    [
      'enum removal and addition',
      { enum: ['a', 'b'] },
      { enum: ['a'] },
      { enum: ['a', 'b', 'c'] },
      { enum: ['a', 'c'] },
    ],
    [
      'labels',
      { labels: { a: '1', b: '1' } },
      { labels: { a: '2', b: '1' } },
      { labels: { a: '1', c: '3' } },
      { labels: { a: '2', c: '3' } },
    ],
    [
      'required of both',
      { required: [] },
      { required: ['a'] },
      { required: ['b'] },
      { required: ['a', 'b'] },
    ],
    [
      'types of both',
      text,
      { type: ['string', 'null'] },
      { type: ['string', 'number'] },
      { type: ['string', 'null', 'number'] },
    ],
    [
      'two limits of one type',
      text,
      { ...text, minLength: 1 },
      { ...text, pattern: 'a' },
      { ...text, minLength: 1, pattern: 'a' },
    ],
    [
      'inside a list',
      { items: { properties: {} } },
      { items: { properties: { a: text } } },
      { items: { properties: { b: text } } },
      { items: { properties: { a: text, b: text } } },
    ],
    [
      'a wider type and a property below',
      { type: 'object', properties: {} },
      { type: ['object', 'null'], properties: {} },
      { type: 'object', properties: { a: text } },
      { type: ['object', 'null'], properties: { a: text } },
    ],
    [
      'a type less and a type more',
      { type: ['string', 'null'] },
      text,
      { type: ['string', 'null', 'number'] },
      { type: ['string', 'number'] },
    ],
    [
      'an optional and a required one',
      { properties: { a: text, b: text }, required: ['a'] },
      { properties: { a: text, b: text }, required: [] },
      { properties: { a: text, b: text }, required: ['a', 'b'] },
      { properties: { a: text, b: text }, required: ['b'] },
    ],
    [
      'a removal that was required and another requirement',
      { properties: { a: text, b: text }, required: ['a'] },
      { properties: { b: text } },
      { properties: { a: text, b: text }, required: ['a', 'b'] },
      { properties: { b: text }, required: ['b'] },
    ],
    [
      'a closed object and a new property',
      { properties: {} },
      { properties: {}, additionalProperties: false },
      { properties: { a: text } },
      { properties: { a: text }, additionalProperties: false },
    ],
    [
      'two old spellings of one bound',
      { minimum: 1, exclusiveMinimum: true },
      { exclusiveMinimum: 1, title: 'x' },
      { minimum: 1, exclusiveMinimum: true, description: 'd' },
      { exclusiveMinimum: 1, title: 'x', description: 'd' },
    ],
    [
      'combinations that are spelled otherwise',
      { anyOf: [{ type: ['null'] }] },
      { anyOf: [{ type: 'null' }], title: 'x' },
      { anyOf: [{ type: ['null'] }, text] },
      { anyOf: [{ type: ['null'] }, text], title: 'x' },
    ],
    [
      'sections that Segment fills in',
      { properties: { properties: {} } },
      { properties: { properties: {}, context: {} }, title: 'x' },
      { properties: { properties: {}, context: { title: 'y' } } },
      { properties: { properties: {}, context: { title: 'y' } }, title: 'x' },
    ],
    [
      'the removal of an empty section that Segment fills in, and its contents',
      { properties: { properties: {}, traits: {} } },
      { properties: { properties: {} }, title: 'x' },
      { properties: { properties: {}, traits: { title: 'y' } } },
      { properties: { properties: {}, traits: { title: 'y' } }, title: 'x' },
    ],
    [
      'additions below a property named __proto__',
      JSON.parse('{"properties":{"__proto__":{}}}'),
      JSON.parse('{"properties":{"__proto__":{"title":"x"}}}'),
      JSON.parse('{"properties":{"__proto__":{"description":"y"}}}'),
      JSON.parse('{"properties":{"__proto__":{"title":"x","description":"y"}}}'),
    ],
    [
      'another spelling is no edit',
      { type: ['string'] },
      { type: 'string' },
      { type: ['string'], title: 'x' },
      { type: ['string'], title: 'x' },
    ],
  ])('%s go together', (_name, base, ours, theirs, merged) => {
    expect(merge(base, ours, theirs)).toEqual({ schema: merged, conflicts: [] })
    expect(schemaHash(merge(base, theirs, ours).schema ?? null)).toBe(schemaHash(merged))
  })

  test.each<[string, Json, Json, Json, string]>([
    ['two descriptions', { description: 'a' }, { description: 'b' }, { description: 'c' }, '/description'],
    [
      'a removal and an edit',
      { properties: { a: text } },
      { properties: {} },
      { properties: { a: { type: 'number' } } },
      '/properties/a',
    ],
    [
      'a removal and a new requirement',
      { properties: { a: text } },
      { properties: {} },
      { properties: { a: text }, required: ['a'] },
      '/properties/a',
    ],
    [
      'a type and its pattern',
      { properties: { a: text } },
      { properties: { a: { type: 'number' } } },
      { properties: { a: { ...text, pattern: 'x' } } },
      '/properties/a',
    ],
    [
      'a removal and an end of its requirement',
      { properties: { a: text }, required: ['a'] },
      { properties: {}, required: ['a'] },
      { properties: { a: text }, required: [] },
      '/properties/a',
    ],
    [
      'the removal of all properties and an edit of one',
      { properties: { a: text } },
      {},
      { properties: { a: { ...text, title: 'x' } } },
      '/properties/a',
    ],
    [
      'a removal and an edit deep below',
      { properties: { a: { properties: { b: text } } } },
      { properties: {} },
      { properties: { a: { properties: { b: { ...text, title: 'x' } } } } },
      '/properties/a',
    ],
    [
      'another type and an edit below it',
      { properties: { a: { type: 'object', properties: { b: text } } } },
      { properties: { a: { type: 'string' } } },
      { properties: { a: { type: 'object', properties: { b: { ...text, title: 'x' } } } } },
      '/properties/a',
    ],
    [
      'another type and its items',
      { type: 'array', items: text },
      { type: 'object' },
      { type: 'array', items: { ...text, title: 'x' } },
      '',
    ],
    [
      'another type and its values',
      { ...text, enum: ['a'] },
      { type: 'number' },
      { ...text, enum: ['b'] },
      '',
    ],
    ['lists that keep nothing together', { enum: ['a', 'b'] }, { enum: ['a'] }, { enum: ['b'] }, '/enum'],
    ['two tuples', { items: [text] }, { items: [text, text] }, { items: [] }, '/items'],
    [
      'a tuple and what may follow it',
      { items: [text] },
      { items: [text, text] },
      { items: [text], additionalItems: false },
      '',
    ],
    ['two exclusions', { not: text }, { not: { ...text, title: 'x' } }, { not: {} }, '/not'],
    ['two conditions', { if: true }, JSON.parse('{"if":true,"then":{}}'), { if: true, else: text }, ''],
    ['a reference and what it overrules', text, { $ref: '#' }, { ...text, title: 'x' }, ''],
    [
      'a value of one label',
      { labels: { a: '1' } },
      { labels: { a: '2' } },
      { labels: { a: '3' } },
      '/labels/a',
    ],
    ['two defects', { required: true }, { required: false }, { required: ['a'] }, '/required'],
    ['two other types', text, { type: 'number' }, { type: 'boolean' }, '/type'],
    ['two combinations', { anyOf: [true] }, { anyOf: [true, text] }, { anyOf: [text] }, '/anyOf'],
    ['both sides of one bound', { minimum: 1 }, { minimum: 2 }, { exclusiveMinimum: 1 }, ''],
    [
      'one name added twice',
      { properties: {} },
      { properties: { a: text } },
      { properties: { a: { type: 'null' } } },
      '/properties/a',
    ],
  ])('%s collide', (_name, base, ours, theirs, pointer) => {
    expect(merge(base, ours, theirs).conflicts).toEqual([pointer])
    expect(merge(base, theirs, ours).conflicts).toEqual([pointer])
  })

  test('a rule that one side removes and the other edits is a conflict of the whole rule', () => {
    const { conflicts } = mergeRules({ base: [rule({})], ours: [], theirs: [rule({ title: 'x' })] })
    expect(conflicts).toMatchObject([{ pointer: '', schemaPointer: '', base: {}, theirs: { title: 'x' } }])
  })

  test('a conflict names the place in the message', () => {
    const plan = (description: string) =>
      rule({ properties: { properties: { properties: { 'a/b': { description } } } } })
    const { conflicts } = mergeRules({ base: [plan('1')], ours: [plan('2')], theirs: [plan('3')] })
    expect(conflicts[0]?.pointer).toBe('/properties/a~1b')
  })

  test('a resolution takes one side', () => {
    const sides = {
      base: [rule({ title: 'a' })],
      ours: [rule({ title: 'b' })],
      theirs: [rule({ title: 'c' })],
    }
    const { rules, conflicts } = mergeRules({ ...sides, resolve: () => 'theirs' })
    expect([rules[0]?.jsonSchema, conflicts]).toEqual([{ title: 'c' }, []])
  })

  test('a conflict lists every way out, and what was chosen is applied as data', () => {
    const sides = {
      base: [rule({ type: 'string', title: 'a' })],
      ours: [rule({ type: 'number', title: 'b' })],
      theirs: [rule({ type: 'boolean', title: 'c' })],
    }
    const { conflicts } = mergeRules(sides)
    expect(conflicts.map(({ schemaPointer, resolutions }) => [schemaPointer, resolutions])).toEqual([
      [
        '/type',
        [
          { take: 'ours', value: 'number' },
          { take: 'theirs', value: 'boolean' },
          { take: 'both', value: ['number', 'boolean'] },
          { take: 'base', value: 'string' },
        ],
      ],
      [
        '/title',
        [
          { take: 'ours', value: 'b' },
          { take: 'theirs', value: 'c' },
          { take: 'base', value: 'a' },
        ],
      ],
    ])
    const choices: Choice[] = conflicts.map((conflict, i) => ({
      ...conflict,
      take: i === 0 ? 'both' : 'base',
    }))
    expect(mergeRules({ ...sides, resolve: resolveBy(choices) })).toMatchObject({
      conflicts: [],
      rules: [{ jsonSchema: { type: ['number', 'boolean'], title: 'a' } }],
    })
    expect(mergeRules({ ...sides, resolve: resolveBy(choices.slice(1)) }).conflicts).toHaveLength(1)
  })

  test.each<[string, Json, Json, Json, Json | undefined]>([
    [
      'a wider type and a limit',
      text,
      { type: ['string', 'null'] },
      { ...text, pattern: 'a' },
      { type: ['string', 'null'], pattern: 'a' },
    ],
    ['another type and a limit', text, { type: 'number' }, { ...text, pattern: 'a' }, undefined],
    ['two new lists of values', {}, { enum: ['a'] }, { enum: ['b'] }, ['a', 'b']],
    ['two new branches', { anyOf: [text] }, { anyOf: [text, true] }, { anyOf: [text, {}] }, [text, true, {}]],
    ['a branch less', { anyOf: [text] }, { anyOf: [] }, { anyOf: [text, {}] }, undefined],
    ['two descriptions', { description: 'a' }, { description: 'b' }, { description: 'c' }, undefined],
  ])('%s: whether both can stand', (_name, base, ours, theirs, both) => {
    const { conflicts } = mergeRules({ base: [rule(base)], ours: [rule(ours)], theirs: [rule(theirs)] })
    expect(conflicts).toHaveLength(1)
    const found = conflicts[0]?.resolutions.find(({ take }) => take === 'both')
    expect(found?.value ?? null).toEqual(both === undefined ? null : both)
  })

  test('the way out of a property also says whether it is required', () => {
    const planned = (...required: string[]): Json => ({ properties: { a: text, b: text }, required })
    const without: Json = { properties: { b: text }, required: ['b'] }
    const sides = { base: [rule(planned('b'))], ours: [rule(without)], theirs: [rule(planned('a', 'b'))] }
    const taking = (take: 'ours' | 'theirs' | 'base') =>
      mergeRules({ ...sides, resolve: () => take }).rules.map(({ jsonSchema }) => jsonSchema)
    expect(taking('ours')).toEqual([without])
    expect(taking('theirs')).toEqual([{ properties: { a: text, b: text }, required: ['a', 'b'] }])
    expect(taking('base')).toEqual([planned('b')])
  })

  test('two units that collide at one place are told apart', () => {
    const { conflicts } = mergeRules({
      base: [rule({ minimum: 1, maximum: 9 })],
      ours: [rule({ minimum: 2, maximum: 8 })],
      theirs: [rule({ exclusiveMinimum: 1, exclusiveMaximum: 9 })],
    })
    expect(conflicts.map(({ schemaPointer, keywords }) => [schemaPointer, keywords])).toEqual([
      ['', ['minimum', 'exclusiveMinimum']],
      ['', ['maximum', 'exclusiveMaximum']],
    ])
  })

  test('a unit holds what differs and nothing else; what stands beside it merges', () => {
    const base = { ...text, minLength: 1, title: 'a' }
    const { rules, conflicts } = mergeRules({
      base: [rule(base)],
      ours: [rule({ type: 'number', minLength: 1, title: 'a' })],
      theirs: [rule({ ...base, pattern: 'x', title: 'b' })],
    })
    expect(conflicts).toMatchObject([
      {
        keywords: ['type', 'pattern'],
        base: text,
        ours: { type: 'number' },
        theirs: { ...text, pattern: 'x' },
      },
    ])
    expect(rules[0]?.jsonSchema).toEqual({ type: 'number', minLength: 1, title: 'b' })
  })

  test('what is too large together is a conflict of the whole rule, and no side is dropped silently', () => {
    const long = (name: string) => ({ [name]: 'x'.repeat(600_000) })
    const { conflicts } = mergeRules({ base: [rule({})], ours: [rule(long('a'))], theirs: [rule(long('b'))] })
    expect(conflicts).toMatchObject([{ schemaPointer: '', ours: long('a'), theirs: long('b') }])
  })

  test('the merged text is laid out as ours', () => {
    const laidOut = '{\n  "title": "a",\n  "maximum": 12345678901234567890\n}'
    const { rules } = mergeRules({
      base: [aRule('A', '{"title":"b"}')],
      ours: [aRule('A', laidOut)],
      theirs: [rule({ title: 'b', description: 'd' })],
    })
    expect(rules[0]?.schemaText).toBe(
      '{\n  "title": "a",\n  "maximum": 12345678901234567890,\n  "description": "d"\n}',
    )
  })
})
