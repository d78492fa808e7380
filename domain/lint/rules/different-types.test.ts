import { anEvent } from '../an-event.cases'
import { finds } from '../finds.cases'

const total = (type: string | string[]) => ({ total: { type } })

finds('different-types', [
  [
    'the rare one is told',
    [anEvent('A', total('number')), anEvent('B', total(['number', 'null'])), anEvent('C', total('string'))],
    ['C /properties/total'],
  ],
  ['null or not is one column', [anEvent('A', total('string')), anEvent('B', total(['null', 'string']))], []],
  ['numbers take integers', [anEvent('A', total('number')), anEvent('B', total(['integer', 'number']))], []],
  [
    'inside objects names mean other things',
    [anEvent('A', { o: { properties: total('string') } }), anEvent('B', total('number'))],
    [],
  ],
  [
    'a type that does not exist is another matter',
    [anEvent('A', total('string')), anEvent('B', total('string,')), anEvent('C', total('any'))],
    [],
  ],
  ['no type', [anEvent('A', total('string')), anEvent('B', { total: {} }), anEvent('C', total('null'))], []],
])
