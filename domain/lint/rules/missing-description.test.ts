import { aRule } from '../../plan/a-rule.cases'
import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('missing-description', [
  ['event and property', [anEvent('A', { a: text })], ['A', 'A /properties/a']],
  ['white space says nothing', [anEvent('A', { a: { description: ' ' } })], ['A', 'A /properties/a']],
  [
    'traits',
    [aRule(null, '{"properties":{"traits":{"properties":{"a":{}}}}}', 'IDENTIFY')],
    ['IDENTIFY /traits/a'],
  ],
  ['both have one', [anEvent('A', { a: { description: 'x' } }, {}, { description: 'x' })], []],
  [
    'a choice within a property needs none',
    [
      anEvent(
        'A',
        { a: { description: 'x', anyOf: [{ properties: { b: text } }] } },
        {},
        { description: 'x' },
      ),
    ],
    [],
  ],
])
