import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '@/domain/plan/json'
import { jsonLines } from './json-lines'

const marked = (value: Json, ...pointers: string[]) =>
  jsonLines(value, pointers)
    .filter(({ isMarked }) => isMarked)
    .map(({ text }) => text.trim())

describe('jsonLines', () => {
  it('lays a value out as JSON.stringify does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const lines = jsonLines(value as Json, [])
        expect(lines.map(({ text }) => text).join('\n')).toBe(JSON.stringify(value, null, 2))
      }),
    )
  })

  it('marks the line of a value, and both ends of what holds others', () => {
    const event = { properties: { total: 1, items: [{ sku: 'a' }, { sku: 'b' }] } }
    expect(marked(event, '/properties/total')).toEqual(['"total": 1,'])
    expect(marked(event, '/properties/items')).toEqual(['"items": [', ']'])
    expect(marked(event, '/properties/items/*/sku')).toEqual(['"sku": "a"', '"sku": "b"'])
    expect(marked(event)).toEqual([])
  })

  it('marks what is nearest to something missing', () => {
    expect(marked({ properties: {} }, '/properties/total')).toEqual(['"properties": {}'])
    expect(marked({ properties: { total: 1 } }, '/traits/email')).toEqual(['{', '}'])
    expect(marked({ 'a/b': 1 }, '/a~1b')).toEqual(['"a/b": 1'])
  })
})
