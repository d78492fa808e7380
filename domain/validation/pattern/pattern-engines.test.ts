import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPattern } from '../../plan/pattern/read-pattern'
import { runPattern } from './run-pattern'
import { sourceOfPattern } from './source-of-pattern'

const { pattern: patterns } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '[^a]', '\\w', '^', '$', '\\b', '\\s'),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => `(?:${parts.join('|')})`),
    fc
      .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{0,2}'))
      .map(([part, times]) => `(?:${part})${times}`),
  ),
}))

test('the automaton and the engine’s own regular expressions agree', () => {
  fc.assert(
    fc.property(
      patterns,
      fc.array(fc.constantFrom('a', 'b', '1', ' ', '\n'), { maxLength: 6 }),
      (pattern, text) => {
        const reading = readPattern(pattern)
        if (!reading.ok) throw new Error(reading.reason)
        const own = new RegExp(sourceOfPattern(reading.tree), reading.flags)
        const automaton = runPattern(reading.tree, reading.flags)
        expect(automaton?.(text.join(''))).toBe(own.test(text.join('')))
      },
    ),
    { numRuns: 2000 },
  )
})
