import { expect, test } from 'vitest'
import { measureChange } from './measure-change'
import { hoursText, numberText, shareText, spanText } from './measure-text'

const rate = { better: 'less', isShare: false, textOf: numberText } as const
const share = { better: 'more', isShare: true, textOf: shareText } as const

test.each([
  [rate, 50, 100, 'better', 'Better: 100 before'],
  [rate, 100, 50, 'worse', 'Worse: 50 before'],
  [rate, 100.2, 100, 'same', 'About the same: 100 before'],
  [rate, 0, 0, 'same', 'About the same: 0 before'],
  [rate, 3, 0, 'worse', 'Worse: 0 before'],
  [share, 0.9, 0.5, 'better', 'Better: 50 % before'],
  [share, 0.5, 0.9, 'worse', 'Worse: 90 % before'],
  [share, 0.502, 0.5, 'same', 'About the same: 50 % before'],
  [share, 0.5, null, 'unknown', 'Not known for the time before'],
  [share, null, 0.5, 'unknown', 'Not known'],
] as const)('%o of %s after %s is %s', (measure, now, before, is, words) => {
  expect(measureChange(measure, now, before)).toEqual({ is, words })
})

test('numbers are told as people say them', () => {
  expect([numberText(1234.56), numberText(12.345), numberText(0)]).toEqual(['1,235', '12.3', '0'])
  expect([shareText(1), shareText(0.99999), shareText(0.123)]).toEqual(['100 %', '99.9 %', '12.3 %'])
  expect([hoursText(0.5), hoursText(5), hoursText(72)]).toEqual(['30 min', '5 h', '3 days'])
  expect(spanText({ from: '2026-01-05', to: '2026-01-05' })).toBe('5 Jan 2026')
  expect(spanText({ from: '2026-01-05', to: '2026-01-11' })).toBe('5 Jan 2026 to 11 Jan 2026')
})
