import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PatternPlace, PatternTree } from '../../plan/pattern/pattern-tree'
import { readPattern } from '../../plan/pattern/read-pattern'
import { anyPattern } from './any-pattern.cases'
import { mostCharacters } from './backtracking-cost'

/** What a backtracking engine does, counting what it tries. */
const stepsTaken = (tree: PatternTree, text: readonly string[], most: number): number => {
  let steps = 0
  class TooMany extends Error {}
  type Then = (at: number) => boolean
  const run = (node: PatternTree, at: number, then: Then): boolean => {
    steps += 1
    if (steps > most) throw new TooMany()
    switch (node.kind) {
      case 'set': {
        const character = text[at]
        return character !== undefined && new RegExp(`^${node.source}$`, 'u').test(character) && then(at + 1)
      }
      case 'place':
        return isAt(node.place, at) && then(at)
      case 'sequence':
        return node.parts.reduceRight<Then>((next, part) => (here) => run(part, here, next), then)(at)
      case 'choice':
        return node.options.some((option) => run(option, at, then))
      case 'repeat':
        return again(node, 0, at, then)
    }
  }
  const again = (
    node: Extract<PatternTree, { kind: 'repeat' }>,
    done: number,
    at: number,
    then: Then,
  ): boolean => {
    const more = (here: number) =>
      here === at && done >= node.min ? false : again(node, done + 1, here, then)
    return (done < node.max && run(node.part, at, more)) || (done >= node.min && then(at))
  }
  const isAt = (place: PatternPlace, at: number): boolean => {
    if (place === 'start' || place === 'line-start') return at === 0
    if (place === 'end' || place === 'line-end') return at === text.length
    const [before, after] = [text[at - 1], text[at]].map((near) => near !== undefined && /\w/.test(near))
    return (before !== after) === (place === 'edge')
  }
  try {
    for (let start = 0; start <= text.length; start += 1) if (run(tree, start, () => true)) break
  } catch (error) {
    if (!(error instanceof TooMany)) throw error
  }
  return steps
}

test('a pattern that may run on the engine never needs many steps for texts up to its length', () => {
  let held = 0
  fc.assert(
    fc.property(
      anyPattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '\n', 'b', 'ba'),
      (pattern, part, end) => {
        const reading = readPattern(pattern)
        if (!reading.ok) throw new Error(reading.reason)
        const length = Math.min(mostCharacters(reading.tree), 60)
        fc.pre(length > 10)
        const text = [...(part.repeat(60).slice(0, length - end.length) + end)]
        // Linear in the text: a start for each character, each walking on; else what the bound allows.
        const most = 2_000_000
        held += 1
        expect(stepsTaken(reading.tree, text, most + 1)).toBeLessThanOrEqual(most)
      },
    ),
    { numRuns: 3000 },
  )
  expect(held).toBeGreaterThan(1000)
})

test('the law would notice: a pattern that is not bounded takes too many', () => {
  const reading = readPattern('^(a+)+$')
  if (!reading.ok) throw new Error(reading.reason)
  expect(stepsTaken(reading.tree, [...`${'a'.repeat(60)}b`], 2_000_001)).toBeGreaterThan(2_000_000)
})
