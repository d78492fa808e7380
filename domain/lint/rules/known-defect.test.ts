import { expect, test } from 'vitest'
import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'
import { lint } from '../lint'

finds('known-defect', [
  [
    'what strict validators refuse, one by one',
    [anEvent('A', { a: { type: 'any' }, b: { type: 'string,' }, c: { required: true } })],
    ['A /properties/a', 'A /properties/b', 'A /properties/c'],
  ],
  [
    'what they pass over, once for a rule and kind',
    [
      anEvent('A', { a: { id: '/a' }, b: { id: '/b' }, c: { isNewProperty: true } }),
      anEvent('B', { a: { id: '/a' } }),
    ],
    ['A', 'A /properties/c', 'B /properties/a'],
  ],
  ['a misspelt keyword', [anEvent('A', { a: { ...text, discription: 'x' } })], ['A /properties/a']],
  [
    'labels on a property, and notes of other tools',
    [anEvent('A', { a: { ...text, labels: { pii: 'yes' }, 'x-note': 1 } })],
    [],
  ],
  ['a sound schema', [anEvent('A', { a: text, type: text, required: text })], []],
])

test('a fix is offered where only one thing can have been meant, and for all places of a kind', () => {
  const plan = [anEvent('A', { a: { type: 'any', id: '/a' }, b: { type: 'string,', id: '/b' } })]
  const found = lint(plan).filter(({ id }) => id === 'known-defect')
  expect(found.map(({ fix }) => fix?.at.length)).toEqual([1, undefined, 2])
})
