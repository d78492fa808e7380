import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const shown = { ...text, examples: ['x'] }

finds('missing-example', [
  ['most have one', [anEvent('A', { a: shown, b: shown, c: text })], ['A /properties/c']],
  ['hardly any has one', [anEvent('A', { a: shown, b: text, c: text })], []],
  ['none has one', [anEvent('A', { a: text })], []],
  [
    'a list of values is example enough, as is a format',
    [
      anEvent('A', {
        a: shown,
        b: { ...text, enum: ['y'] },
        c: { ...text, format: 'date' },
        d: { type: 'boolean' },
      }),
    ],
    [],
  ],
])
