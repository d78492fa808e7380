import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Constraint } from './constraint'
import { Samples } from './samples'

const violation = {
  type: 'enum' as const,
  rawType: 'Enum',
  message: 'currency must be one of the following: "SEK", "EUR"',
  pointer: '/properties/currency',
  schemaPointer: null,
  rule: { type: 'TRACK' as const, key: 'Order Completed', version: 1 },
  samples: [
    { messageId: 'm1', at: '2026-01-05T08:00:00.000Z', message: 'no', source: 'Web', appVersion: '' },
  ],
}

const shown = (rawType: string) =>
  render(
    <>
      <Constraint violation={{ ...violation, rawType }} />
      <Samples violation={{ ...violation, rawType }} />
    </>,
  ).container

test('what Segment told stands in its words, and says what it does not forward', () => {
  const page = shown('Enum')
  expect(page).toHaveTextContent("Segment's words")
  expect(page).toHaveTextContent('Segment does not forward the value.')
  expect(page).toHaveTextContent('Segment does not forward what was sent.')
})

test('what our own judge found is not put into the mouth of Segment', () => {
  const page = shown('')
  expect(page).toHaveTextContent("Plumbline's words")
  expect(page).toHaveTextContent('Plumbline, in a call that was sent here or that plumbline validate read')
  expect(page).not.toHaveTextContent('Segment')
  expect(screen.getByRole('columnheader', { name: 'What was wrong' })).toBeVisible()
})
