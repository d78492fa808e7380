import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('deprecated-required', [
  [
    'marked by the keyword',
    [anEvent('A', { a: { deprecated: true } }, { required: ['a'] })],
    ['A /properties/a'],
  ],
  [
    'marked in words, inside a list',
    [
      anEvent('A', {
        l: { items: { properties: { a: { description: 'DEPRECATED, use b' } }, required: ['a'] } },
      }),
    ],
    ['A /properties/l/*/a'],
  ],
  [
    'marked by a label',
    [anEvent('A', { a: { labels: { Deprecated: 'yes' } } }, { required: ['a'] })],
    ['A /properties/a'],
  ],
  ['optional', [anEvent('A', { a: { deprecated: true } }, { required: ['b'] })], []],
  [
    'a word about deprecation',
    [anEvent('A', { a: { description: 'When it was deprecated' } }, { required: ['a'] })],
    [],
  ],
  [
    'said not to be',
    [anEvent('A', { a: { labels: { deprecated: 'no' }, deprecated: false } }, { required: ['a'] })],
    [],
  ],
  ['a property named deprecated', [anEvent('A', { deprecated: text }, { required: ['deprecated'] })], []],
])
