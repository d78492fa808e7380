import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('any-type', [
  ['nothing said', [anEvent('A', { a: {} })], ['A /properties/a']],
  ['a description only', [anEvent('A', { a: { description: 'x' } })], ['A /properties/a']],
  [
    'the type that is none',
    [anEvent('A', { a: { type: 'any' }, b: { type: ['any', 'null'] } })],
    ['A /properties/a', 'A /properties/b'],
  ],
  [
    'inside a list',
    [anEvent('A', { l: { type: 'array', items: { properties: { a: {} } } } })],
    ['A /properties/l/*/a'],
  ],
  ['a type', [anEvent('A', { a: text, b: { type: ['string', 'null'] } })], []],
  ['a list of values', [anEvent('A', { a: { enum: [1] } })], []],
  ['a choice of schemas', [anEvent('A', { a: { anyOf: [text] } })], []],
])
