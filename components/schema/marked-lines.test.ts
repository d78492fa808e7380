import { expect, test } from 'vitest'
import { markedLines } from './marked-lines'

const marked = (...asked: Parameters<typeof markedLines>) =>
  markedLines(...asked).flatMap(({ text, mark }) => (mark === null ? [] : [`${mark}: ${text.trim()}`]))

const message = {
  event: 'Order Completed',
  properties: { total: 'x', email: '***', products: [{ sku: 1 }, { sku: 'a' }], 'a/b': 1 },
}

test('prints JSON as it is', () => {
  const text = markedLines(message, [], [])
    .map((line) => line.text)
    .join('\n')
  expect(text).toBe(JSON.stringify(message, null, 2))
})

test('marks values, names that hold a slash, and every item where the index is folded', () => {
  expect(
    marked(message, ['/properties/total', '/properties/a~1b', '/properties/products/*/sku'], []),
  ).toEqual(['failing: "total": "x",', 'failing: "sku": 1', 'failing: "sku": "a"', 'failing: "a/b": 1'])
})

test('marks the object that lacks what is required, and what is masked', () => {
  expect(marked(message, ['/properties/coupon'], ['/properties/email'])).toEqual([
    'missing: "properties": {',
    'masked: "email": "***",',
  ])
})

test('prints empty lists and objects on one line', () => {
  expect(markedLines({ a: [], b: {} }, ['/a'], []).map(({ text }) => text)).toEqual([
    '{',
    '  "a": [],',
    '  "b": {}',
    '}',
  ])
})
