import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines } from './diff-lines'
import { sideBySide } from './side-by-side'
import { withContext } from './with-context'

const text = (...lines: string[]) => lines.join('\n')

describe('diffLines', () => {
  it('finds the line that came and the one that went', () => {
    expect(diffLines(text('a', 'b', 'c'), text('a', 'x', 'c'))).toEqual([
      { kind: 'same', text: 'a', left: 1, right: 1 },
      { kind: 'removed', text: 'b', left: 2 },
      { kind: 'added', text: 'x', right: 2 },
      { kind: 'same', text: 'c', left: 3, right: 3 },
    ])
  })

  it('shows a new text as added and a gone one as removed', () => {
    expect(diffLines(null, 'a')).toEqual([{ kind: 'added', text: 'a', right: 1 }])
    expect(diffLines('a', null)).toEqual([{ kind: 'removed', text: 'a', left: 1 }])
  })

  it('gives both texts back, whatever they are', () => {
    const anyText = fc.array(fc.constantFrom('a', 'b', 'c', '{', '}'), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const lines = diffLines(a.join('\n'), b.join('\n'))
        expect(lines.filter(({ kind }) => kind !== 'added').map((line) => line.text)).toEqual(a)
        expect(lines.filter(({ kind }) => kind !== 'removed').map((line) => line.text)).toEqual(b)
        const numbers = lines.flatMap((line) => ('right' in line ? [line.right] : []))
        expect(numbers).toEqual(b.map((_, at) => at + 1))
      }),
    )
  })
})

describe('withContext', () => {
  it('keeps three equal lines beside a change and counts the rest', () => {
    const before = text('1', '2', '3', '4', '5', '6')
    const shown = withContext(diffLines(before, text(before, '7')))
    expect(shown.map((line) => (line.kind === 'skipped' ? line.count : line.text))).toEqual([
      3,
      '4',
      '5',
      '6',
      '7',
    ])
  })
})

describe('sideBySide', () => {
  it('puts what was replaced beside what replaced it', () => {
    expect(sideBySide(diffLines(text('a', 'b'), text('x')))).toEqual([
      {
        kind: 'lines',
        left: { number: 1, text: 'a', changed: true },
        right: { number: 1, text: 'x', changed: true },
      },
      { kind: 'lines', left: { number: 2, text: 'b', changed: true }, right: null },
    ])
  })
})
