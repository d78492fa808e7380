import { expect, it } from 'vitest'
import { threeTexts } from './three-texts'

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `line ${from + at}`)
const text = (...lines: readonly string[]) => lines.join('\n')

it('cuts all three down to the surroundings of what differs', () => {
  const live = text(...numbered(1, 20))
  const seen = text(...numbered(1, 9), 'by hand', ...numbered(11, 20))
  const around = (line: string, kind: 'same' | 'marked') => [
    { kind: 'skipped', count: 6 },
    ...numbered(7, 9).map((each) => ({ kind: 'same', text: each })),
    { kind, text: line },
    ...numbered(11, 13).map((each) => ({ kind: 'same', text: each })),
    { kind: 'skipped', count: 7 },
  ]
  expect(threeTexts(live, seen, live)).toEqual({
    live: around('line 10', 'marked'),
    seen: around('by hand', 'marked'),
    head: around('line 10', 'same'),
  })
})

it('shows what head has beyond what was published', () => {
  const live = text(...numbered(1, 20))
  const seen = text('by hand', ...numbered(2, 20))
  const { head } = threeTexts(live, seen, text(...numbered(1, 20), 'newer'))
  expect(head.at(-1)).toEqual({ kind: 'marked', text: 'newer' })
})

it('leaves the column of what is not there empty', () => {
  expect(threeTexts(null, 'a', null)).toEqual({
    live: [],
    seen: [{ kind: 'marked', text: 'a' }],
    head: [],
  })
})
