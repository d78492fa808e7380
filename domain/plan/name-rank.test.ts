import { expect, test } from 'vitest'
import { nameRank } from './name-rank'

test.each([
  ['Order Completed', 'order completed', 0],
  ['Order Completed', 'ord', 1],
  ['Order Completed', 'comp', 2],
  ['order_id', 'id', 2],
  ['orderId', 'id', 2],
  ['address.city', 'city', 2],
  ['Order Completed', 'der', 3],
  ['Order Completed', 'refund', null],
  ['Order Completed', ' ', null],
])('%s for %s', (name, search, rank) => expect(nameRank(name, search)).toBe(rank))
