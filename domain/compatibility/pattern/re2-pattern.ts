import type { PatternTree } from '../../plan/pattern/pattern-tree'
import { readPattern } from '../../plan/pattern/read-pattern'
import { type CharSet, inverted } from './char-set'
import { rangesOfClass, withBothCases } from './class-ranges'
import type { Pattern } from './pattern'

/** A pattern in the syntax and the meaning of RE2; undefined where the validator refuses to read it. */
export const re2Pattern = (source: string): Pattern | undefined => {
  const reading = readPattern(source)
  return reading.ok ? spelt(reading.tree, reading.flags) : undefined
}

const places = { '^': 'start', $: 'end', '\\b': 'edge', '\\B': 'no-edge' } as const

const spelt = (tree: PatternTree, flags: 'u' | 'iu'): Pattern => {
  const below = (part: PatternTree) => spelt(part, flags)
  switch (tree.kind) {
    case 'set':
      return { kind: 'set', set: rangesOf(tree, flags) }
    case 'place':
      return { kind: places[tree.place] }
    case 'sequence':
      return { kind: 'sequence', parts: tree.parts.map(below) }
    case 'choice':
      return { kind: 'choice', options: tree.options.map(below) }
    case 'repeat':
      return { kind: 'repeat', part: below(tree.part), min: tree.min, max: tree.max }
  }
}

const rangesOf = ({ ranges, source }: Extract<PatternTree, { kind: 'set' }>, flags: 'u' | 'iu'): CharSet => {
  if (ranges === null) return rangesOfClass(source, flags)
  if (flags === 'u') return ranges
  // Without regard to case a set that leaves out a letter leaves out both of its cases.
  return source.startsWith('[^') ? inverted(withBothCases(inverted(ranges))) : withBothCases(ranges)
}
