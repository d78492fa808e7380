import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compare } from '@/domain/compatibility/compare'
import { diffRules } from '@/domain/diff/diff-rules'
import { judgeChanges } from '@/domain/impact/judge-changes'
import type { Json, JsonObject } from '@/domain/plan/json'
import type { Rule } from '@/domain/plan/rule'
import { ruleFromText } from '@/domain/plan/rule-from-text'
import { compilePlan } from '@/domain/validation/compile-plan'
import { ensureBuilt } from './ensure-built.mjs'
import { ran } from './ran.cases'

let program: string
let folder: string
beforeAll(async () => {
  program = await ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: unknown): string => {
  writeFileSync(join(folder, name), JSON.stringify(content))
  return join(folder, name)
}

const run = async (args: readonly string[], stdin = '') => (await ran(args, { stdin, program })).out

const string = { type: 'string' }
const number = { type: 'number' }
/** What `total` may be, before and after. */
const cases: readonly (readonly [string, JsonObject, JsonObject])[] = [
  ['equal', string, string],
  ['another type', number, string],
  ['one type more', number, { type: ['number', 'null'] }],
  ['a value less', { enum: ['a', 'b'] }, { enum: ['a'] }],
  ['a value more', { enum: ['a'] }, { enum: ['a', 'b'] }],
  ['a narrower pattern', { ...string, pattern: '^[a-z]+$' }, { ...string, pattern: '^[a-y]+$' }],
  ['a wider pattern', { ...string, pattern: '^a+$' }, { ...string, pattern: '^[ab]*$' }],
  ['a new limit', number, { ...number, minimum: 0 }],
  ['a multiple', { multipleOf: 6 }, { multipleOf: 3 }],
  ['a new name', { properties: { a: string } }, { properties: { a: string, b: number } }],
  ['a new required name', { properties: { a: string } }, { properties: { a: string }, required: ['a'] }],
  [
    'a closed object',
    { properties: { a: string } },
    { properties: { a: string }, additionalProperties: false },
  ],
  ['choices', { anyOf: [string, number] }, { oneOf: [string, { type: 'integer' }] }],
  ['an outer reference', { $ref: 'https://example.com/a' }, string],
  ['a list', { items: string, minItems: 1 }, { items: string, maxItems: 3 }],
]

const ruleOf = (total: Json, key: string): Rule => {
  const schema = { type: 'object', properties: { properties: { type: 'object', properties: { total } } } }
  const reading = ruleFromText({ type: 'TRACK', key, version: 1 }, JSON.stringify(schema))
  if (!reading.ok) throw new Error(reading.refusal.message)
  return reading.rule
}
const planFile = (name: string, rules: readonly Rule[]) =>
  file(name, {
    rules: rules.map(({ type, key, version, jsonSchema }) => ({ type, key, version, jsonSchema })),
  })
const [before, after] = ([1, 2] as const).map((side) => cases.map((one) => ruleOf(one[side], one[0])))
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

test.each([false, true])('compare says what the domain says (planned names: %s)', async (plannedNames) => {
  const option = plannedNames ? ['--planned-names'] : []
  const pairs = cases.map(([id, old, now]) => `${JSON.stringify({ id, old, new: now })}\n`).join('')
  const expected = cases.map(([, old, now]) => plain(compare(old, now, { plannedNames })))
  const lines = (await run(['compare', '--ndjson', ...option], pairs)).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(cases.map(([id], i) => ({ id, ...expected[i] })))
  for (const [i, [, old, now]] of cases.entries()) {
    const files = [file('old.json', old), file('new.json', now)]
    expect(JSON.parse(await run(['compare', ...files, ...option, '--format', 'json']))).toEqual(expected[i])
  }
})

test('diff says what the domain says', async () => {
  const expected = judgeChanges(before ?? [], after ?? [], diffRules(before ?? [], after ?? []))
  const files = [planFile('before.json', before ?? []), planFile('after.json', after ?? [])]
  const { changes } = JSON.parse(await run(['diff', ...files, '--format', 'json']))
  expect(changes).toMatchObject(
    expected.map(({ change: { kind, rule }, verdict, witness }) => ({
      kind,
      rule,
      senders: verdict.senders.level,
      readers: verdict.readers.level,
      ...(witness !== undefined && { witness: plain(witness) }),
    })),
  )
  expect(changes.length).toBe(expected.length)
})

test('validate says what the domain says', async () => {
  const values: Json[] = ['a', 'b', 'B', 1, -1, 1.5, 6, null, {}, { a: 'x' }, { a: 1, c: 2 }, [], ['a', 1]]
  const calls = cases.flatMap(([event]) =>
    values.map((total): JsonObject => ({ type: 'track', event, properties: { total } })),
  )
  const plan = compilePlan(after ?? [])
  const expected = calls.flatMap((call, i) => {
    const occurrences = plan.validate(call)
    return occurrences.length === 0 ? [] : [{ line: i + 1, occurrences: plain(occurrences) }]
  })
  const events = calls.map((call) => `${JSON.stringify(call)}\n`).join('')
  const args = ['validate', '--plan', planFile('plan.json', after ?? []), '--format', 'json']
  const lines = (await run(args, events)).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toEqual(expected)
  expect(expected.length).toBeGreaterThan(50)
})

test('a hostile rule keeps neither the other rules of a diff nor other calls from being judged', {
  timeout: 60_000,
}, async () => {
  const values = (tail: string) => ({ enum: Array.from({ length: 60_000 }, (_, i) => `v${i}${tail}`) })
  const files = [
    planFile('before.json', [ruleOf(values(''), 'Hostile'), ruleOf(number, 'Plain')]),
    planFile('after.json', [ruleOf(values(' '), 'Hostile'), ruleOf(string, 'Plain')]),
  ]
  const { changes } = JSON.parse(await run(['diff', ...files, '--format', 'json']))
  const sendersOf = (key: string) =>
    changes
      .filter((one: { rule: { key: string } }) => one.rule.key === key)
      .map((one: { senders: string }) => one.senders)
  expect(sendersOf('Plain')).toEqual(['breaking'])
  // Values went, so whether it was judged or stopped, it is not all safe.
  expect(['breaking', 'unknown']).toContain(sendersOf('Hostile')[0])
})

test('a large plan is looked through on a thread, and the same is found and written', async () => {
  const rules = Array.from({ length: 300 }, (_, i) =>
    ruleOf({ type: 'any', description: 'd'.repeat(300) }, `Event ${i}`),
  )
  const path = planFile('large.json', rules)
  const small = planFile('small.json', rules.slice(0, 1))
  const idsIn = async (name: string) =>
    JSON.parse(await run(['lint', name, '--format', 'json'])).findings.map(({ id }: { id: string }) => id)
  expect(await idsIn(path)).toEqual(expect.arrayContaining(await idsIn(small)))
  const repaired = JSON.parse(await run(['repair', path])).rules
  expect(repaired.length).toBe(300)
  expect(await run(['repair', '-'], readFileSync(path, 'utf8'))).toBe(await run(['repair', path]))
  expect(await run(['merge', path, path, path])).toContain('Event 299')
})

// Many rules of some size and not one that takes long: each has a second, however slow the machine is.
test('rules that both sides changed are looked at again on a thread of the thread', async () => {
  const names = Array.from({ length: 500 }, (_, i) => [`property_${i.toString(2)}`, string])
  const large = { properties: Object.fromEntries(names) }
  const sides = [large, { ...large, minProperties: 1 }, { ...large, maxProperties: 9_000 }]
  const paths = sides.map((total, side) =>
    planFile(
      `side-${side}.json`,
      Array.from({ length: 12 }, (_, i) => ruleOf(total, `Large ${i}`)),
    ),
  )
  const { out, err } = await ran(['merge', ...paths], { program })
  expect(err).not.toContain('is unknown')
  const { rules } = JSON.parse(out)
  const merged = rules.map(({ jsonSchema }: { jsonSchema: unknown }) => JSON.stringify(jsonSchema))
  expect(merged.length).toBe(12)
  for (const text of merged) expect(text).toMatch(/(?=.*"minProperties":1\b)(?=.*"maxProperties":9000\b)/)
})
