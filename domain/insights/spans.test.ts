import { expect, test } from 'vitest'
import { instantsOf, spansOf } from './spans'

test('thirty days are thirty spans that end today, after thirty days before them', () => {
  const { step, spans, whole, before } = spansOf(30, '2026-03-05T23:59:59.999Z')
  expect([step, spans.length]).toEqual([1, 30])
  expect(spans[0]).toEqual({ from: '2026-02-04', to: '2026-02-04' })
  expect(spans.at(-1)).toEqual({ from: '2026-03-05', to: '2026-03-05' })
  expect(whole).toEqual({ from: '2026-02-04', to: '2026-03-05' })
  expect(before).toEqual({ from: '2026-01-05', to: '2026-02-03' })
})

test.each([
  [90, 13],
  [365, 53],
])('%i days are %i weeks without a gap, the last of which ends today', (days, count) => {
  const { spans, whole, before } = spansOf(days, '2026-03-05T00:00:00.000Z')
  expect(spans).toHaveLength(count)
  expect(spans.at(-1)).toEqual({ from: '2026-02-27', to: '2026-03-05' })
  const all = [before, ...spans].map(instantsOf)
  for (const [place, span] of all.slice(1).entries()) expect(span.from).toBe(all[place]?.to)
  expect(instantsOf(whole)).toEqual({ from: all[1]?.from, to: all.at(-1)?.to })
})
