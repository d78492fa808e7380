import fc from 'fast-check'
import { expect, it } from 'vitest'
import { orderKeys } from './order-keys'

// Few digits and a common beginning, so that keys that begin alike and equal ones are frequent.
const key = fc
  .tuple(
    fc.constantFrom('00000000', 'ffffffff', '0000000a'),
    fc.string({ unit: fc.constantFrom('0', '9', 'f'), maxLength: 3 }),
  )
  .map(([start, rest]) => start + rest)

it('orders as texts are ordered, equal ones by their place (law)', () => {
  fc.assert(
    fc.property(fc.array(key), (keys) => {
      const expected = keys
        .map((text, place) => ({ text, place }))
        .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place))
      expect(orderKeys(keys)).toEqual(expected.map(({ place }) => place))
    }),
  )
})
