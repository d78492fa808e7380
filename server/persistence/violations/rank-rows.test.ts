import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankRows } from './rank-rows'

it('gives equal rows one number, and numbers them in the order of their columns (law)', () => {
  const word = fc.constantFrom('', 'a', 'b', 'aa', '\u00e9')
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word)), (rows) => {
      const ranks = rankRows(rows, [([first]) => first, ([, second]) => second, ([, , third]) => third])
      const sorted = [...new Set(rows.map((row) => row.join('\0')))].sort()
      expect(ranks).toEqual(rows.map((row) => sorted.indexOf(row.join('\0'))))
    }),
  )
})
