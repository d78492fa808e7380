import type { PatternPlace, PatternTree } from '../../plan/pattern/pattern-tree'

/** The pattern as a JavaScript regular expression for the flag `u`, with every set spelt out. */
export const sourceOfPattern = (tree: PatternTree): string => {
  switch (tree.kind) {
    case 'set':
      return tree.source
    case 'place':
      return written[tree.place]
    case 'sequence':
      return tree.parts.map(sourceOfPattern).join('')
    case 'choice':
      return `(?:${tree.options.map(sourceOfPattern).join('|')})`
    case 'repeat':
      return `(?:${sourceOfPattern(tree.part)})${boundsOf(tree.min, tree.max)}`
  }
}

const written: Readonly<Record<PatternPlace, string>> = {
  start: '^',
  end: '$',
  // Not by what must not stand there, which would hold within a pair of surrogates.
  'line-start': '(?:^|(?<=\\n))',
  'line-end': '(?:$|(?=\\n))',
  edge: '\\b',
  'no-edge': '\\B',
}

const boundsOf = (min: number, max: number): string =>
  `{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`
