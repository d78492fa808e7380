import { expect, it } from 'vitest'
import { callOfRow } from './call-of-row'

it('puts cells where their columns say, as JSON below the open sections', () => {
  expect(
    callOfRow({
      type: 'track',
      event: '1234',
      messageId: '007',
      userId: '42',
      'properties.price': '12.5',
      'properties.seat.row': '"7"',
      'properties.note': 'front, please',
      'properties.paid': 'true',
      'properties.tags': '["a"]',
      'context.app.version': '4.2.0',
    }),
  ).toEqual({
    type: 'track',
    event: '1234',
    messageId: '007',
    userId: '42',
    properties: { price: 12.5, seat: { row: '7' }, note: 'front, please', paid: true, tags: ['a'] },
    context: { app: { version: '4.2.0' } },
  })
})

it('takes a whole section, and single places beside it in any order', () => {
  const whole = { properties: '{"a":1,"b":2}' }
  const single = { 'properties.b': '3' }
  expect(callOfRow({ ...whole, ...single })).toEqual({ properties: { a: 1, b: 3 } })
  expect(callOfRow({ ...single, ...whole })).toEqual({ properties: { a: 1, b: 3 } })
})

it('leaves out what is empty, and what would reach into every object', () => {
  expect(callOfRow({ type: 'track', event: '', 'properties.__proto__.x': '1' })).toEqual({ type: 'track' })
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
