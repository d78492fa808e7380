import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { ensureBuilt } from '../ensure-built.mjs'
import { comparing } from './comparing'
import { openJudging } from './open-judging'

let program: string
beforeAll(async () => {
  program = await ensureBuilt()
})

const nested = (depth: number, inner: unknown): unknown =>
  depth === 0 ? inner : { anyOf: [nested(depth - 1, inner), { not: nested(depth - 1, { const: depth }) }] }
const chained = (keyword: string, last: unknown) => ({
  definitions: Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => {
      const next = { $ref: `#/definitions/d${i + 1}` }
      return [`d${i}`, i === 59 ? last : { [keyword]: [next, next] }]
    }),
  ),
  $ref: '#/definitions/d0',
})
const choices = (last: string) => ({
  allOf: Array.from({ length: 40 }, (_, i) => ({
    oneOf: Array.from({ length: 40 }, (_, j) => ({
      properties: { [`p${i}`]: { pattern: `^(a|b){${i},${i + j}}${last}$` } },
      required: [`p${(i + j) % 40}`],
    })),
  })),
})
const many = (type: string) =>
  Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`p${i}`, { type }] as const))
const values = (tail: string) => Array.from({ length: 60_000 }, (_, i) => `value ${i}${tail}`)
const deep = `${'{"not":'.repeat(100_000)}{}${'}'.repeat(100_000)}`

const text = (old: unknown, now: unknown) => JSON.stringify({ id: 'hostile', old, new: now })

/** Each of them far beyond what a plan holds. */
const hostile: readonly (readonly [string, string])[] = [
  ['nesting of 100,000 levels', `{"id":"hostile","old":${deep},"new":${deep}}`],
  ['nested choices', text(nested(12, { type: 'string' }), nested(12, { type: 'number' }))],
  ...['oneOf', 'anyOf', 'allOf'].map(
    (keyword) =>
      [
        `a ${keyword} of references that doubles`,
        text(chained(keyword, { type: 'string' }), chained(keyword, { type: 'number' })),
      ] as const,
  ),
  ['many choices at once', text(choices('x'), choices('y'))],
  ['a catastrophic pattern', text({ pattern: '^(a+)+$' }, { pattern: '^(a+)+b?$', maxLength: 60_000 })],
  [
    'a pattern as large as a page',
    text({ pattern: 'a{900}(b|c){900}.*' }, { pattern: '(a|b){999}[^x]{999}' }),
  ],
  ['a long list of values', text({ enum: values('') }, { enum: values(' ') })],
  ['very many names', text({ properties: many('string') }, { properties: many('number') })],
  ['a schema that leads into itself', text({ $ref: '#' }, { allOf: [{ $ref: '#' }] })],
]
const ordinary = JSON.stringify({ id: 'ordinary', old: { type: 'null' }, new: { type: ['null', 'string'] } })

test.each(hostile)(
  '%s ends in a proof, a witness or unknown, and the next pair is answered',
  async (_what, pair) => {
    const judging = await openJudging('compare-line', { setup: () => ({}), limits: comparing, program })
    onTestFinished(judging.close)
    const [first, second] = await judging.judge([pair, ordinary])
    if (first?.ok) {
      const answer = JSON.parse(first.answer.text)
      expect(answer.id).toBe('hostile')
      if (answer.verdict === 'breaking') expect(answer).toHaveProperty('witness')
    } else expect(first?.ended).not.toBe('failed')
    expect(second).toMatchObject({ ok: true, answer: { isSafe: true } })
  },
)

test('threads are asked once the first moment is over, and say the same', async () => {
  const judging = await openJudging('compare-line', { setup: () => ({}), limits: comparing, program })
  onTestFinished(judging.close)
  const pairs = Array.from({ length: 400 }, (_, i) =>
    JSON.stringify({
      id: i,
      old: { pattern: `^(a|b){${i % 50},}c$` },
      new: { pattern: '^[abc]+$', maxLength: i },
    }),
  )
  const outcomes = await judging.judge(pairs)
  const alone = await openJudging('compare-line', { setup: () => ({}), limits: comparing, program })
  onTestFinished(alone.close)
  for (const i of [0, 1, 199, 398, 399]) expect(outcomes[i]).toEqual((await alone.judge([pairs[i] ?? '']))[0])
  expect(
    outcomes.map((outcome) => (outcome.ok ? JSON.parse(outcome.answer.text).id : outcome.ended)),
  ).toEqual([...pairs.keys()])
})

test('names that are special to JavaScript pass through a thread unharmed', async () => {
  const judging = await openJudging('compare-schemas', {
    setup: () => ({}),
    limits: { ...comparing, memoryMb: 128 },
    program,
  })
  onTestFinished(judging.close)
  const before = `{"properties":{"__proto__":{"type":"number"}},"required":["__proto__"]}`
  const [outcome] = await judging.judge([{ before, after: before.replace('number', 'string') }])
  expect(outcome?.ok && 'comparison' in outcome.answer && outcome.answer.comparison).toContain(
    '"witness":{"__proto__":0}',
  )
})
