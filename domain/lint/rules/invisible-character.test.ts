import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

finds('invisible-character', [
  [
    'a space that is none',
    [anEvent('Order\u2008Completed', { 'a\u200bb': text })],
    ['Order\u2008Completed', 'Order\u2008Completed /properties/a\u200bb'],
  ],
  [
    'a space too many',
    [anEvent('Order  Completed', { ' a': text, 'b ': text })],
    ['Order  Completed', 'Order  Completed /properties/ a', 'Order  Completed /properties/b '],
  ],
  ['nothing at all', [anEvent('A', { '': text })], ['A /properties/']],
  [
    'plain names',
    [anEvent('Order: #2 "Completed"', { 'First Name': text, größe: text, 'a/b': text, 名前: text })],
    [],
  ],
])
