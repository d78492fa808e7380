import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureThread } from '@/launch/ensure/ensure-thread.mjs'
import { log } from '@/server/log/log'
import type { CallToJudge, JudgingRules } from '@/server/ports/call-judge'
import type { RuleText } from '@/server/ports/schema-judge'
import { judging, type OpenCallJudge, openCallJudge } from './call-judge'

let judge: OpenCallJudge
beforeAll(async () => {
  await ensureThread(process.cwd())
  log.level = 'silent'
  judge = openCallJudge({ log, isDevelopment: false, limits: { ...judging, stepMs: 1_000 } })
})
afterAll(() => judge.close())

const rule = (key: string, properties: unknown): RuleText => ({
  type: 'TRACK',
  key,
  version: 1,
  schemaText: JSON.stringify({ properties: { properties: { type: 'object', properties } } }),
})

let asked = 0
const rules = (key: string, ...texts: readonly RuleText[]): JudgingRules => ({
  key,
  rules: async () => {
    asked += 1
    return texts
  },
})

const call = (event: string, properties: { readonly [name: string]: string | number }): CallToJudge => ({
  call: { type: 'track', event, properties },
  settings: {},
})

test('judges by rules that it is told once', async () => {
  const total = rules('total', rule('Order', { total: { type: 'number' } }))
  asked = 0
  const verdicts = await judge.judge(total, [call('Order', { total: 'x' }), call('Order', { total: 1 })])
  expect(verdicts).toEqual([
    {
      breaches: [
        {
          type: 'invalid-type',
          pointer: '/properties/total',
          schemaPointer: '/properties/properties/properties/total',
          message: 'Invalid type. Expected: number, given: string',
        },
      ],
      ruleVersion: 1,
      planned: true,
      personal: [],
      notJudged: null,
    },
    { breaches: [], ruleVersion: 1, planned: true, personal: [], notJudged: null },
  ])
  await judge.judge(total, [call('Order', {})])
  expect(asked).toBe(1)
})

test('tells names that nobody planned without what people typed', async () => {
  const [verdict] = await judge.judge(rules('names', rule('Order', { total: {} })), [
    call('Order', { 'jane@acme.com': 1 }),
  ])
  expect(verdict?.breaches).toMatchObject([
    { type: 'unplanned-property', pointer: '/properties/xxxx@xxxx.com' },
  ])
  expect(JSON.stringify(verdict)).not.toContain('jane')
})

test('says why where a schema cannot be judged by', async () => {
  const [verdict] = await judge.judge(rules('lookahead', rule('Order', { total: { pattern: '^(?!x)' } })), [
    call('Order', { total: 'x' }),
  ])
  expect(verdict).toMatchObject({ breaches: [], planned: true })
})

test('sets aside a rule that does not come to an end, and judges the others', async () => {
  // Each level tries both branches of the level below, and fails in all of them.
  const deep = (depth: number): unknown => {
    let node: unknown = { const: 'never' }
    for (let i = 0; i < depth; i += 1) node = { allOf: [{ $ref: `#/definitions/d${i}` }] }
    return node
  }
  const definitions: Record<string, unknown> = { d0: { const: 'never' } }
  for (let i = 1; i < 40; i += 1)
    definitions[`d${i}`] = {
      anyOf: [{ $ref: `#/definitions/d${i - 1}` }, { $ref: `#/definitions/d${i - 1}` }],
    }
  const endless: RuleText = {
    type: 'TRACK',
    key: 'Endless',
    version: 1,
    schemaText: JSON.stringify({ definitions, properties: { properties: { properties: { a: deep(40) } } } }),
  }
  const both = rules('endless', endless, rule('Order', { total: { type: 'number' } }))
  const calls = [call('Order', { total: 'x' }), call('Endless', { a: 'b' }), call('Order', { total: 1 })]
  const first = await judge.judge(both, calls)
  expect(first.map(({ breaches, notJudged }) => [breaches.length, notJudged !== null])).toEqual([
    [1, false],
    [0, true],
    [0, false],
  ])
  const began = performance.now()
  expect((await judge.judge(both, calls)).map(({ notJudged }) => notJudged !== null)).toEqual([
    false,
    true,
    false,
  ])
  expect(performance.now() - began).toBeLessThan(900)
}, 60_000)
