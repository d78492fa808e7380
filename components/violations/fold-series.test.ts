import { expect, test } from 'vitest'
import { foldSeries, others } from './fold-series'

const at = (hour: number) => new Date(Date.UTC(2030, 0, 7, hour)).toISOString()
const row = (hour: number, by: string, count: number) => ({ hour: at(hour), by, count, volume: null })
const sum = (points: ReturnType<typeof foldSeries>['points']) =>
  points.reduce((all, { values }) => all + Object.values(values).reduce((a, b) => a + b, 0), 0)

test('gives every hour of the window a point, empty ones included', () => {
  const { points, parts } = foldSeries(
    { from: at(0), to: at(4), data: [row(1, '', 3), row(3, '', 2)] },
    'hour',
  )
  expect(points.map(({ values }) => values[''] ?? 0)).toEqual([0, 3, 0, 2])
  expect(parts).toEqual([''])
})

test('counts the parts beyond the four largest together', () => {
  const data = [9, 8, 7, 6, 2, 1].map((count, index) => row(1, `app ${index}`, count))
  const { parts, points } = foldSeries({ from: at(1), to: at(2), data }, 'hour')
  expect(parts).toEqual(['app 0', 'app 1', 'app 2', 'app 3', others])
  expect(points[0]?.values[others]).toBe(3)
})

test('loses nothing when hours become days', () => {
  const data = Array.from({ length: 72 }, (_, hour) => row(hour, '', hour))
  const { points } = foldSeries({ from: at(0), to: at(72), data }, 'day')
  expect(sum(points)).toBe((71 * 72) / 2)
  expect(points.length).toBeGreaterThanOrEqual(3)
  expect(points.length).toBeLessThanOrEqual(4)
})
