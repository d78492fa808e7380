import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('near-duplicate-property', [
  [
    'the rare spelling is told',
    [anEvent('A', { order_id: text }), anEvent('B', { order_id: text }), anEvent('C', { orderId: text })],
    ['C /properties/orderId'],
  ],
  [
    'a plural of one thing',
    [
      anEvent('A', { page_number: text }),
      anEvent('B', { page_number: text }),
      anEvent('C', { page_numbers: text }),
    ],
    ['C /properties/page_numbers'],
  ],
  [
    'a thing and a list of them',
    [anEvent('A', { product: text }), anEvent('B', { products: { type: 'array', items: text } })],
    [],
  ],
  ['another word', [anEvent('A', { order_id: text }), anEvent('B', { order_name: text })], []],
  ['inside objects', [anEvent('A', { order_id: text, o: { properties: { orderId: text } } })], []],
])
