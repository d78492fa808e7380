import { expect, test } from 'vitest'
import { anEvent, text } from '../an-event.cases'
import { finds } from '../finds.cases'
import { lint } from '../lint'

const formatted = (format: string) => anEvent('A', { a: { ...text, format } })

finds('unknown-format', [
  ['a name of one’s own', [formatted('order-number')], ['A /properties/a']],
  ['another way of writing', [formatted('dateTime')], ['A /properties/a']],
  ['within a choice', [anEvent('A', { a: { anyOf: [{ format: 'x' }] } })], ['A /properties/a']],
  ['draft-07', [formatted('date-time'), formatted('uuid')], []],
  ['a property of that name', [anEvent('A', { format: { type: 'string', enum: ['x'] } })], []],
])

test('what differs in capitals and signs only is fixed', () => {
  const fixOf = (format: string) => lint([formatted(format)]).find(({ id }) => id === 'unknown-format')?.fix
  expect(fixOf('dateTime')?.what).toContain('"date-time"')
  expect(fixOf('order-number')).toBeUndefined()
})
