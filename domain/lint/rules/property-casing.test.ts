import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('property-casing', [
  [
    'the odd one out',
    [anEvent('A', { first_one: text, second_one: text, thirdOne: text })],
    ['A /properties/thirdOne'],
  ],
  [
    'camel case',
    [anEvent('A', { firstOne: text, secondOne: text, third_one: text, id: text })],
    ['A /properties/third_one'],
  ],
  [
    'one small word tells nothing',
    [anEvent('A', { first_one: text, second_one: text, third_one: text, fourth: text })],
    [],
  ],
  ['no usual way', [anEvent('A', { first_one: text, secondOne: text })], []],
])
