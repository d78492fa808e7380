import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('too-large-by-design', [
  ['one long text', [anEvent('A', { a: { ...text, minLength: 40_000 } })], ['A']],
  [
    'many things in a list',
    [
      anEvent('A', {
        l: { type: 'array', minItems: 500, items: { properties: { a: { enum: ['x'.repeat(80)] } } } },
      }),
    ],
    ['A'],
  ],
  [
    'many properties',
    [
      anEvent(
        'A',
        Object.fromEntries(
          Array.from({ length: 900 }, (_, i) => [`a_property_with_a_rather_long_name_${i}`, text]),
        ),
      ),
    ],
    ['A'],
  ],
  [
    'much that may be short',
    [
      anEvent(
        'A',
        Object.fromEntries(Array.from({ length: 900 }, (_, i) => [`p${i}`, { ...text, maxLength: 9000 }])),
      ),
    ],
    [],
  ],
])
