import { describe, expect, test } from 'vitest'
import { diffRules } from '../diff/diff-rules'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import { judgeChanges } from './judge-changes'

const judged = (before: Json, after: Json) => {
  const [old, now] = [[aRule('A', JSON.stringify(before))], [aRule('A', JSON.stringify(after))]]
  return judgeChanges(old, now, diffRules(old, now)).map(({ change, verdict, witness }) => ({
    kind: change.kind,
    senders: verdict.senders.level,
    witness,
  }))
}
const event = (total: Json) => ({
  type: 'object',
  properties: { properties: { type: 'object', properties: { total } } },
})

describe('judgeChanges', () => {
  test('a break comes with a message that is refused now', () => {
    expect(judged(event({ type: 'number' }), event({ type: 'string' }))).toMatchObject([
      { senders: 'breaking', witness: { properties: { total: expect.any(Number) } } },
    ])
  })

  test('what is proved to stay accepted is safe, whatever the single changes look like', () => {
    expect(judged(event({ enum: ['a'] }), event({ enum: ['a'], minLength: 1 }))).toMatchObject([
      { senders: 'safe' },
    ])
  })

  test('documentation stays documentation', () => {
    expect(judged({ description: 'a' }, { description: 'b' })).toEqual([
      { kind: 'description-changed', senders: 'documentation', witness: undefined },
    ])
  })

  test('a number that JavaScript would round is never proof of safety', () => {
    const rules = (maximum: string) => [aRule('A', `{"maximum":${maximum}}`)]
    const [old, now] = [rules('9007199254740993'), rules('9007199254740992')]
    const [change] = judgeChanges(old, now, diffRules(old, now))
    expect(change?.verdict.senders.level).toBe('unknown')
  })

  test('a rule that is gone is judged by itself', () => {
    const rules = [aRule('A')]
    expect(judgeChanges(rules, [], diffRules(rules, []))).toMatchObject([
      { verdict: { senders: { level: 'breaking' } } },
    ])
  })

  test('where the whole could not be compared, no change is called safe or breaking for senders', () => {
    const partner = (name: string, more: { [keyword: string]: Json }): Json => ({
      allOf: [{ $ref: `https://example.com/${name}.json` }],
      ...more,
    })
    const changes = judged(
      event(partner('a', { enum: ['x'], maxLength: 5 })),
      event(partner('b', { enum: ['x', 'y'], maxLength: 3 })),
    )
    expect(changes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['enum-values-added', 'bound-changed']),
    )
    expect(new Set(changes.map(({ senders }) => senders))).toEqual(new Set(['unknown']))
  })
})
