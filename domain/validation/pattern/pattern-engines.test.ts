import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPattern } from '../../plan/pattern/read-pattern'
import { anyPattern } from './any-pattern.cases'
import { runPattern } from './run-pattern'
import { sourceOfPattern } from './source-of-pattern'

test('the automaton and the engine’s own regular expressions agree', () => {
  fc.assert(
    fc.property(
      anyPattern,
      fc.array(fc.array(fc.constantFrom('a', 'b', '1', ' ', '\n', '😀'), { maxLength: 6 }), { maxLength: 4 }),
      (pattern, texts) => {
        const reading = readPattern(pattern)
        if (!reading.ok) throw new Error(reading.reason)
        const own = new RegExp(sourceOfPattern(reading.tree), 'u')
        const automaton = runPattern(reading.tree)
        // Several texts for one automaton, since it remembers what it has met.
        for (const text of texts) expect(automaton(text.join(''))).toBe(own.test(text.join('')))
      },
    ),
    { numRuns: 2000 },
  )
})

test('the automaton takes time in proportion to the text, whatever the pattern', () => {
  const reading = readPattern('^(([a-z])+.)+[A-Z]([a-z])+$')
  if (!reading.ok) throw new Error(reading.reason)
  expect(runPattern(reading.tree)('a'.repeat(200_000))).toBe(false)
})
