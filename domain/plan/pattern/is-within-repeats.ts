import type { PatternTree } from './pattern-tree'

/** RE2 syntax: repeats inside repeats multiply. */
export const isWithinRepeats = (tree: PatternTree, most: number): boolean => {
  if (tree.kind === 'sequence') return tree.parts.every((part) => isWithinRepeats(part, most))
  if (tree.kind === 'choice') return tree.options.every((option) => isWithinRepeats(option, most))
  if (tree.kind !== 'repeat') return true
  const times = tree.max === Number.POSITIVE_INFINITY ? tree.min : tree.max
  return times <= most && isWithinRepeats(tree.part, Math.floor(most / Math.max(1, times)))
}
