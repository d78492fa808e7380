import { expect, test } from 'vitest'
import { hourPoints } from './hour-points'

const of = (volume: number) => ({ volume, blocked: 0, violations: 0 })

test('hours without anything have a bar of nothing', () => {
  const points = hourPoints([
    { hour: '2026-01-05T10:00:00.000Z', ...of(3) },
    { hour: '2026-01-05T13:00:00.000Z', ...of(1) },
  ])
  expect(points.map(({ values }) => values.volume)).toEqual([3, 0, 0, 1])
})

test('nothing is no bar', () => expect(hourPoints([])).toEqual([]))
