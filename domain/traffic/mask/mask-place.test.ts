import { expect, it } from 'vitest'
import { maskPlace } from './mask-place'

const schema = { properties: { properties: { properties: { 'a@acme.com': {} } } } }

it.each([
  ['a planned name', '/properties/a@acme.com', 'properties.a@acme.com is odd', schema],
  ['a harmless name', '/properties/total', 'properties.total is not in the plan', schema],
])('leaves %s', (_name, pointer, message, held) => {
  expect(maskPlace({ pointer, message }, held)).toEqual({ pointer, message })
})

it('masks a name that somebody typed, in the words too', () => {
  const typed = {
    pointer: '/properties/b@acme.com~1x',
    message: 'properties.b@acme.com/x is not in the plan',
  }
  expect(maskPlace(typed, schema)).toEqual({
    pointer: '/properties/x@xxxx.com~1x',
    // Before an address, a dot is as good as part of it.
    message: 'xxxxxxxxxx.x@xxxx.com/x is not in the plan',
  })
})

it('masks the words where no rule is', () => {
  const message = 'Event "Mail to b@acme.com" is not in the plan'
  expect(maskPlace({ pointer: '/event', message }, null).message).toBe(
    'Event "Mail to x@xxxx.com" is not in the plan',
  )
})

it('knows a name with dots as one, behind what the rule holds', () => {
  const field = 'properties.jane.doe@acme.com'
  const cut = {
    pointer: '/properties/jane/doe@acme/com',
    message: 'jane.doe@acme.com is not in the plan',
    field,
  }
  const safe = { pointer: '/properties/xxxx.xxx@xxxx.com', message: 'xxxx.xxx@xxxx.com is not in the plan' }
  expect(maskPlace(cut, schema)).toEqual(safe)
  expect(maskPlace(cut, null)).toEqual(safe)
  const harmless = { pointer: '/properties/seat/row', message: 'seat.row is not in the plan' }
  expect(maskPlace({ ...harmless, field: 'properties.seat.row' }, schema)).toEqual(harmless)
})
