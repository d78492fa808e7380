import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('required-not-planned', [
  ['a leftover', [anEvent('A', { a: text }, { required: ['a', 'b'] })], ['A /properties']],
  [
    'inside a list',
    [anEvent('A', { l: { items: { properties: { a: text }, required: ['b'] } } })],
    ['A /properties/l/*'],
  ],
  ['planned', [anEvent('A', { a: text }, { required: ['a'] })], []],
  [
    'planned elsewhere',
    [anEvent('A', { a: text }, { required: ['b'], anyOf: [{ properties: { b: text } }] })],
    [],
  ],
  [
    'what every call carries',
    [anEvent('A', { a: text }, {}, { required: ['properties', 'userId', 'event'] })],
    [],
  ],
  ['no names planned at all', [anEvent('A', { o: { type: 'object', required: ['b'] } })], []],
])
