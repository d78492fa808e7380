import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { log } from '@/server/log/log'
import type { RuleText } from '@/server/ports/schema-judge'
import { comparing, type OpenSchemaJudge, openSchemaJudge } from './schema-judge'

let judge: OpenSchemaJudge
beforeAll(async () => {
  await ensureThread(process.cwd())
  log.level = 'silent'
  judge = openSchemaJudge({ log, isDevelopment: false, comparing })
})
afterAll(() => judge.close())

const rule = (schema: unknown, key = 'A'): RuleText => ({
  type: 'TRACK',
  key,
  version: 1,
  schemaText: JSON.stringify(schema),
})
const event = (total: unknown) => ({ properties: { properties: { type: 'object', properties: { total } } } })

describe('explain', () => {
  test('gives the verdict of the domain, witness and all', async () => {
    const changes = await judge.explain(rule(event({ type: 'number' })), rule(event({ type: 'string' })))
    expect(changes).toMatchObject([
      {
        kind: 'type-changed',
        pointer: '/properties/total',
        verdict: { senders: { level: 'breaking' } },
        witness: { properties: { total: expect.any(Number) } },
        refusals: [{ pointer: '/properties/total' }],
      },
    ])
  })

  test('keeps a property that is called __proto__', async () => {
    const hostile = (type: string): RuleText => ({
      ...rule({}),
      schemaText: `{"properties":{"properties":{"properties":{"__proto__":{"type":"${type}"}}}}}`,
    })
    expect(await judge.explain(hostile('number'), hostile('string'))).toMatchObject([
      { pointer: '/properties/__proto__' },
    ])
  })

  test('tells numbers that JavaScript rounds by their digits, and proves nothing by the rounded ones', async () => {
    const limited = (digits: string): RuleText => ({
      ...rule({}),
      schemaText: `{"properties":{"properties":{"properties":{"n":{"type":"number","maximum":${digits}}}}}}`,
    })
    const [change] = await judge.explain(limited('12345678901234567892'), limited('12345678901234567891'))
    expect(change).toMatchObject({
      before: '12345678901234567892',
      after: '12345678901234567891',
      sentence: expect.stringContaining('12345678901234567891'),
      verdict: { senders: { level: 'unknown', why: expect.stringContaining('more digits') } },
    })
  })
})

const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : { anyOf: [nested(depth - 1, inner), { not: nested(depth - 1, { const: depth }) }] }
const doubling = (last: unknown) => ({
  definitions: Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `d${i}`,
      i === 59 ? last : { oneOf: [{ $ref: `#/definitions/d${i + 1}` }, { $ref: `#/definitions/d${i + 1}` }] },
    ]),
  ),
  $ref: '#/definitions/d0',
})
const product = (last: string) => ({
  allOf: Array.from({ length: 40 }, (_, i) => ({
    oneOf: Array.from({ length: 40 }, (_, j) => ({
      properties: { [`p${i}`]: { pattern: `^(a|b){${i},${i + j}}${last}$` } },
      required: [`p${(i + j) % 40}`],
    })),
  })),
})

/** Each of them far beyond what a plan holds, and each as large as an edit may be. */
const hostile: readonly (readonly [string, unknown, unknown])[] = [
  ['deep nesting', event(nested(12, { type: 'string' })), event(nested(12, { type: 'number' }))],
  ['exponential oneOf', doubling({ type: 'string' }), doubling({ type: 'number' })],
  ['many choices at once', event(product('x')), event(product('y'))],
  [
    'a catastrophic pattern',
    event({ pattern: '^(a+)+$' }),
    event({ pattern: '^(a+)+b?$', maxLength: 60_000 }),
  ],
  [
    'a pattern as large as a page',
    event({ pattern: 'a{900}(b|c){900}.*' }),
    event({ pattern: '(a|b){999}[^x]{999}' }),
  ],
  [
    'a huge list of values',
    event({ enum: Array.from({ length: 60_000 }, (_, i) => `value ${i}`) }),
    event({ enum: Array.from({ length: 60_000 }, (_, i) => `value ${59_999 - i} `) }),
  ],
]

describe('a hostile schema', () => {
  test.each(hostile)(
    '%s ends within its time, and the process stays at hand',
    async (_what, before, after) => {
      const start = performance.eventLoopUtilization()
      const changes = await judge.explain(rule(before), rule(after))
      const { utilization, active } = performance.eventLoopUtilization(start)
      expect(changes.length).toBeGreaterThan(0)
      // What was not proved is not said: a break has its message, everything else is unknown.
      for (const { verdict, witness } of changes)
        expect(verdict.senders.level === 'breaking' ? witness !== undefined : true).toBe(true)
      // Work on this thread would keep it busy for most of the time limit; handing a schema over takes a moment.
      expect(Math.min(utilization, active / 1000)).toBeLessThan(0.8)
    },
  )

  test('that is stopped is unknown, with the reason, and leaves the next one alone', async () => {
    const hasty = openSchemaJudge({ log, isDevelopment: false, comparing: { ...comparing, stepMs: 1 } })
    const [, before, after] = hostile[2] as (typeof hostile)[number]
    const [stopped, next] = await Promise.all([
      hasty.explain(rule(before), rule(after)),
      judge.explain(rule(event({ type: 'number' })), rule(event({ type: 'string' }))),
    ])
    for (const { verdict } of stopped)
      expect(verdict.senders).toEqual({ level: 'unknown', why: expect.stringContaining('was stopped') })
    expect(next[0]?.verdict.senders.level).toBe('breaking')
    await hasty.close()
  })
})

describe('lint', () => {
  const version = (key: string) => {
    let asked = 0
    const rules = [rule(event({ type: 'number' }), 'Cart Viewed'), rule(event({}), 'Cart Emptied')]
    return {
      key,
      asked: () => asked,
      rules: async () => {
        asked += 1
        return rules
      },
    }
  }
  const edit = { type: 'TRACK', key: 'Cart viewed', version: 1, before: null, after: '{}' } as const

  test('looks at edits among the rules of the version, which is sent once', async () => {
    const shown = version('plan/1')
    const first = await judge.lint(shown, [edit])
    expect(first).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([
        expect.objectContaining({
          id: 'near-duplicate-event',
          isNew: true,
          rule: expect.objectContaining({ key: 'Cart viewed' }),
        }),
      ]),
    })
    expect(await judge.lint(shown, [edit])).toEqual(first)
    expect(shown.asked()).toBe(1)
  })

  test('says in words what edits cannot be made', async () => {
    const gone = { ...edit, key: 'Nowhere', before: '{}', after: null }
    expect(await judge.lint(version('plan/2'), [gone])).toEqual({
      ok: false,
      reason: expect.stringContaining('not in the plan'),
    })
  })
})
