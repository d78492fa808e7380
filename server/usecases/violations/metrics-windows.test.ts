import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metricsWindows } from './metrics-windows'

const dayMs = 24 * 3_600_000

test.each([
  [
    'the first pull goes back as far as Segment does',
    undefined,
    [
      ['2026-01-01T13:00:00.000Z', '2026-01-15T13:00:00.000Z'],
      ['2026-01-15T13:00:00.000Z', '2026-01-29T13:00:00.000Z'],
      ['2026-01-29T13:00:00.000Z', '2026-01-31T11:59:00.000Z'],
    ],
  ],
  [
    'a later one repeats the last hours',
    '2026-01-31T11:44:00.000Z',
    [['2026-01-31T09:00:00.000Z', '2026-01-31T11:59:00.000Z']],
  ],
  [
    'one after ten days brings them all',
    '2026-01-21T11:00:00.000Z',
    [['2026-01-21T08:00:00.000Z', '2026-01-31T11:59:00.000Z']],
  ],
  [
    'one after a long pause begins where Segment does',
    '2025-06-01T00:00:00.000Z',
    [
      ['2026-01-01T13:00:00.000Z', '2026-01-15T13:00:00.000Z'],
      ['2026-01-15T13:00:00.000Z', '2026-01-29T13:00:00.000Z'],
      ['2026-01-29T13:00:00.000Z', '2026-01-31T11:59:00.000Z'],
    ],
  ],
  [
    'a clock that was set back asks for the last hour',
    '2026-02-09T00:00:00.000Z',
    [['2026-01-31T11:00:00.000Z', '2026-01-31T11:59:00.000Z']],
  ],
])('%s', (_, pulledUntil, windows) => {
  expect(metricsWindows('2026-01-31T12:00:00.000Z', pulledUntil).map(({ from, to }) => [from, to])).toEqual(
    windows,
  )
})

test('windows are what Segment serves, follow each other without a gap, and begin at full hours', () => {
  const instant = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instant, fc.option(instant, { nil: undefined }), (now, pulledUntil) => {
      const windows = metricsWindows(now.toISOString(), pulledUntil?.toISOString())
      expect(windows.length).toBeGreaterThan(0)
      expect(Date.parse(windows.at(-1)?.to ?? '')).toBe(now.getTime() - 60_000)
      for (const [i, { from, to }] of windows.entries()) {
        expect(Date.parse(from) % 3_600_000).toBe(0)
        expect(Date.parse(from)).toBeLessThan(Date.parse(to))
        expect(Date.parse(to) - Date.parse(from)).toBeLessThanOrEqual(14 * dayMs)
        expect(Date.parse(from)).toBeGreaterThan(now.getTime() - 30 * dayMs)
        if (i > 0) expect(from).toBe(windows[i - 1]?.to)
      }
    }),
  )
})
