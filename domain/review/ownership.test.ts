import { expect, test } from 'vitest'
import { type Ownable, ownersOf } from './ownership'
import type { Ownership } from './policy'

const area = (group: string, what: Partial<Ownership>): Ownership => ({
  name: group,
  type: null,
  key: null,
  label: null,
  group,
  ...what,
})
const areas = [
  area('checkout', { type: 'TRACK', key: 'Order *' }),
  area('growth', { label: { name: 'team', value: 'growth' } }),
  area('labelled', { label: { name: 'team', value: null } }),
  area('people', { type: 'IDENTIFY' }),
  area('checkout', { key: 'Order Completed' }),
]
const rule = (of: Partial<Ownable>): Ownable => ({ type: 'TRACK', key: 'Order Completed', labels: [], ...of })

test.each([
  ['by its name, once', rule({}), ['checkout']],
  ['by its label', rule({ key: 'Signed Up', labels: [['team', 'growth']] }), ['growth', 'labelled']],
  ['by any value of a label', rule({ key: 'Signed Up', labels: [['team', 'core']] }), ['labelled']],
  ['by its type', rule({ type: 'IDENTIFY', key: null }), ['people']],
  ['by nobody', rule({ key: 'Signed Up' }), []],
])('%s', (_, of, owners) => {
  expect(ownersOf(areas, of)).toEqual(owners)
})
