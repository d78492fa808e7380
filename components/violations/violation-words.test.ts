import { expect, test } from 'vitest'
import { placeWords, shareWords } from './violation-words'

test.each([
  ['/properties/products/*/sku', 'products[].sku'],
  ['/properties/order_id', 'order_id'],
  ['/traits/address/city', 'address.city'],
  ['/context/app/version', 'context.app.version'],
  ['/properties/a~1b~0c', 'a/b~c'],
  ['/properties', ''],
  ['', ''],
])('%s is %s', (pointer, words) => {
  expect(placeWords(pointer)).toBe(words)
})

test.each([
  [0, '0 %'],
  [0.0004, '< 0.1 %'],
  [0.0123, '1.2 %'],
  [0.5, '50 %'],
  [1, '100 %'],
])('a share of %s is %s', (share, words) => {
  expect(shareWords(share)).toBe(words)
})
