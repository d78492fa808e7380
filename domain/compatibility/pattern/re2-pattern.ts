import { rangesOfClass } from '../../plan/pattern/class-ranges'
import type { PatternTree } from '../../plan/pattern/pattern-tree'
import { readPattern } from '../../plan/pattern/read-pattern'
import type { Pattern } from './pattern'

/** A pattern in the syntax and the meaning of RE2; undefined where the validator refuses to read it. */
export const re2Pattern = (source: string): Pattern | undefined => {
  const reading = readPattern(source)
  return reading.ok ? spelt(reading.tree) : undefined
}

const spelt = (tree: PatternTree): Pattern => {
  switch (tree.kind) {
    case 'set':
      return { kind: 'set', set: tree.ranges ?? rangesOfClass(tree.source, 'u') }
    case 'place':
      return { kind: tree.place }
    case 'sequence':
      return { kind: 'sequence', parts: tree.parts.map(spelt) }
    case 'choice':
      return { kind: 'choice', options: tree.options.map(spelt) }
    case 'repeat':
      return { kind: 'repeat', part: spelt(tree.part), min: tree.min, max: tree.max }
  }
}
