import { describe, expect, test } from 'vitest'
import { aRule } from '../plan/a-rule.cases'
import type { Json } from '../plan/json'
import { provedRenames } from './proved-renames'

const event = (key: string, properties: Json) =>
  aRule(
    key,
    JSON.stringify({
      type: 'object',
      properties: { context: {}, traits: {}, properties: { type: 'object', ...(properties as object) } },
    }),
  )
const total = { properties: { total: { type: 'number' } } }
const names = (before: Parameters<typeof provedRenames>[0], after: typeof before) =>
  provedRenames(before, after).map(({ from, to }) => [from.key, to.key])

describe('provedRenames', () => {
  test('finds the one rule that went and the one that came which say the same', () => {
    expect(names([event('A', total), event('B', {})], [event('C', total), event('B', {})])).toEqual([
      ['A', 'C'],
    ])
  })

  test.each([
    ['an event that plans nothing', [event('A', {})], [event('B', {})]],
    ['another content', [event('A', total)], [event('B', { ...total, required: ['total'] })]],
    ['two that came', [event('A', total)], [event('B', total), event('C', total)]],
    ['two that went', [event('A', total), event('B', total)], [event('C', total)]],
    ['a copy of what stayed', [event('A', total)], [event('A', total), event('B', total)]],
    ['another version', [event('A', total)], [{ ...event('B', total), version: 2 }]],
  ])('%s proves nothing', (_name, before, after) => {
    expect(names(before, after)).toEqual([])
  })
})
