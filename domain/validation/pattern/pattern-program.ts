import type { PatternPlace, PatternTree } from '../../plan/pattern/pattern-tree'

/** `set` is an index into the program's sets. */
export type Step =
  | { readonly kind: 'set'; readonly set: number }
  | { readonly kind: 'split'; readonly to: readonly number[] }
  | { readonly kind: 'place'; readonly place: PatternPlace }
  | { readonly kind: 'found' }

/** `sets` are classes of a JavaScript regular expression with the flag `u`. */
export type PatternProgram = { readonly steps: readonly Step[]; readonly sets: readonly string[] }

/** RE2 itself refuses programs of this order. */
const mostSteps = 20_000

/** How many steps the program of a pattern has, counted without writing it. */
export const programLength = (tree: PatternTree): number => {
  switch (tree.kind) {
    case 'set':
    case 'place':
      return 1
    case 'sequence':
      return sum(tree.parts)
    case 'choice':
      return 1 + tree.options.length + sum(tree.options)
    case 'repeat': {
      const isEndless = tree.max === Number.POSITIVE_INFINITY
      return (programLength(tree.part) + 1) * (isEndless ? tree.min + 1 : tree.max) + (isEndless ? 1 : 0)
    }
  }
}

const sum = (trees: readonly PatternTree[]): number =>
  trees.reduce((length, tree) => length + programLength(tree), 0)

export const isTooLarge = (tree: PatternTree): boolean => programLength(tree) > mostSteps

/** A pattern as steps for an automaton whose threads all go on at once. Not for trees that are too large. */
export const patternProgram = (tree: PatternTree): PatternProgram => {
  const steps: Step[] = []
  const sets = new Map<string, number>()
  const add = (step: Step): number => steps.push(step) - 1
  const write = (node: PatternTree): void => {
    switch (node.kind) {
      case 'set': {
        const set = sets.get(node.source) ?? sets.size
        sets.set(node.source, set)
        add({ kind: 'set', set })
        return
      }
      case 'place':
        add({ kind: 'place', place: node.place })
        return
      case 'sequence':
        for (const part of node.parts) write(part)
        return
      case 'choice':
        writeChoice(node.options)
        return
      case 'repeat':
        writeRepeat(node.part, node.min, node.max)
    }
  }
  const writeChoice = (options: readonly PatternTree[]) => {
    const starts: number[] = []
    const ends: number[][] = []
    add({ kind: 'split', to: starts })
    for (const option of options) {
      starts.push(steps.length)
      write(option)
      const end: number[] = []
      ends.push(end)
      add({ kind: 'split', to: end })
    }
    for (const end of ends) end.push(steps.length)
  }
  const writeRepeat = (part: PatternTree, min: number, max: number) => {
    for (let i = 0; i < min; i += 1) write(part)
    if (max === Number.POSITIVE_INFINITY) {
      const to: number[] = []
      const at = add({ kind: 'split', to })
      to.push(steps.length)
      write(part)
      add({ kind: 'split', to: [at] })
      to.push(steps.length)
      return
    }
    const exits: number[][] = []
    for (let i = min; i < max; i += 1) {
      const to: number[] = []
      const at = add({ kind: 'split', to })
      to.push(at + 1)
      exits.push(to)
      write(part)
    }
    for (const exit of exits) exit.push(steps.length)
  }
  write(tree)
  add({ kind: 'found' })
  return { steps, sets: [...sets.keys()] }
}
