import { describe, expect, test } from 'vitest'
import { readPlanFile } from './plan-file'

const rule = { type: 'TRACK', key: 'Seat Reserved', version: 1, jsonSchema: { type: 'object' } }
const read = (file: unknown) => {
  const reading = readPlanFile(JSON.stringify(file))
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading
}
const schemas = (file: unknown) =>
  read(file).rules.map(({ type, key, jsonSchema }) => [type, key, jsonSchema])

describe('readPlanFile', () => {
  test.each<[string, unknown]>([
    ['segment', { rules: [rule] }],
    ['segment', { rules: [{ ...rule, hash: 'x', since: 3 }], name: 'Booking', type: 'LIVE' }],
    ['segment-response', { data: { rules: [rule], pagination: {} } }],
    ['bare-array', [rule]],
  ])('recognises %s', (shape, file) => {
    expect(read(file)).toMatchObject({
      rules: [{ type: 'TRACK', key: 'Seat Reserved', version: 1, schemaText: '{"type":"object"}' }],
      report: { shape, notes: [] },
    })
  })

  test('reads the former Config API: description moves in, global is common, named traits become a rule', () => {
    const file = {
      name: 'workspaces/w/tracking-plans/rs_1',
      rules: {
        events: [{ name: 'Seat Reserved', description: 'A seat', version: 2, rules: { type: 'object' } }],
        global: { properties: { userId: {} } },
        identify_traits: [
          { name: 'email', required: true, rules: { type: ['string'] }, description: 'Mail' },
        ],
        group: {},
        group_traits: [],
        extra: 1,
      },
    }
    expect(schemas(file)).toEqual([
      ['TRACK', 'Seat Reserved', { type: 'object', description: 'A seat' }],
      ['COMMON', null, { properties: { userId: {} } }],
      [
        'IDENTIFY',
        null,
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          type: 'object',
          properties: {
            traits: {
              type: 'object',
              properties: { email: { type: ['string'], description: 'Mail' } },
              required: ['email'],
            },
          },
        },
      ],
    ])
    expect(read(file).report).toEqual({
      shape: 'config-api',
      notes: ['"extra" has no place in a plan and was left out.'],
    })
  })

  test('puts back what typewriter lifted to the root', () => {
    const saved = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      description: 'A seat',
      eventMetadata: { name: 'Seat Reserved', type: 'TRACK' },
      labels: { team: 'booking' },
      properties: { seat_no: { type: 'string' } },
      required: ['seat_no'],
      type: 'object',
    }
    const file = { rules: [{ ...rule, jsonSchema: saved }] }
    expect(read(file).report.shape).toBe('typewriter')
    expect(schemas(file)).toEqual([
      [
        'TRACK',
        'Seat Reserved',
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          description: 'A seat',
          labels: { team: 'booking' },
          type: 'object',
          properties: {
            context: {},
            traits: {},
            properties: {
              type: 'object',
              properties: { seat_no: { type: 'string' } },
              required: ['seat_no'],
            },
          },
          required: ['properties'],
        },
      ],
    ])
  })

  test('keeps large integers and hostile names', () => {
    const text =
      '{"rules":[{"type":"TRACK","key":"A","version":1,"jsonSchema":{"properties":{"__proto__":{"maximum":12345678901234567890}}}}]}'
    const reading = readPlanFile(text)
    expect(reading.ok && reading.rules[0]?.schemaText).toBe(
      '{"properties":{"__proto__":{"maximum":12345678901234567890}}}',
    )
  })

  test.each<[unknown, string]>([
    [7, 'Entry 1 is no rule'],
    [{ ...rule, type: 'SING' }, 'Entry 1 has no known type'],
    [{ ...rule, key: 7 }, 'Entry 1 has a key or version'],
    [{ ...rule, version: 0 }, 'version-invalid'],
    [{ ...rule, key: undefined }, 'key-missing'],
    [{ type: 'TRACK', key: 'A', version: 1 }, 'A has no schema'],
  ])('leaves %j out and says so', (entry, note) => {
    const { rules, report } = read([entry])
    expect(rules).toEqual([])
    expect(report.notes).toEqual([expect.stringContaining(note)])
  })

  test('takes what it can and tells the rest', () => {
    const { rules, report } = read([
      { ...rule, deprecatedAt: '0001-01-01T00:00:00.000Z' },
      rule,
      { ...rule, key: 'Old', deprecatedAt: '2024-01-01T00:00:00.000Z', owner: 'ann' },
      { ...rule, type: 'COMMON', key: '' },
    ])
    expect(rules.map(({ key }) => key)).toEqual(['Seat Reserved', 'Old', null])
    expect(report.notes).toEqual([
      'Seat Reserved stands twice in the file; the first one was taken.',
      '"owner" of Old is not part of a rule.',
      "Old is marked deprecated; Segment's API cannot set that.",
    ])
  })

  test.each([
    ['{', 'malformed'],
    ['7', 'unknown-shape'],
    ['{}', 'unknown-shape'],
    ['{"rules":{}}', 'unknown-shape'],
    ['{"data":{}}', 'unknown-shape'],
  ])('refuses %s as %s', (text, code) => {
    expect(readPlanFile(text)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('the text of a schema', () => {
  const odd =
    '{ "type" :["string,"],\n "maximum":1.0e2, "labels":{"a":"\\u2008"},"properties":{"__proto__":{"required":true}}}'
  const texts = (file: string) => {
    const reading = readPlanFile(file)
    if (!reading.ok) throw new Error(reading.refusal.message)
    return reading.rules.map(({ schemaText }) => schemaText)
  }
  const asRule = `{"type":"TRACK","key":"A","version":1,"jsonSchema":${odd}}`

  test.each([
    `{"rules":[${asRule}]}`,
    `{"data":{"rules":[${asRule}]}}`,
    `[${asRule}]`,
    `{"rules":{"events":[{"name":"A","description":"","rules":${odd}}]}}`,
    `{"rules":{"global":${odd}}}`,
  ])('stays as it is to the letter in %.40s', (file) => expect(texts(file)).toEqual([odd]))

  test('is written anew only where something has to move in', () => {
    expect(
      texts(`{"rules":{"events":[{"name":"A","description":"d","rules":{ "type" :"object"}}]}}`),
    ).toEqual(['{"type":"object","description":"d"}'])
  })
})
