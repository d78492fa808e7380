import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'

const manyOf = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, text]))

finds('too-many-properties', [
  ['101', [anEvent('A', manyOf(101))], ['A']],
  ['101 in all', [anEvent('A', { ...manyOf(50), o: { properties: manyOf(50) } })], ['A']],
  ['100', [anEvent('A', manyOf(100)), anEvent('B', manyOf(50))], []],
])
