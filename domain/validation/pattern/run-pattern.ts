import type { PatternTree } from '../../plan/pattern/pattern-tree'

type Step =
  | { readonly kind: 'set'; readonly takes: (character: string) => boolean }
  | { readonly kind: 'split'; readonly to: number[] }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'found' }

/** RE2 itself refuses programs of this order. */
const mostSteps = 20_000
class TooLarge extends Error {}

/**
 * Whether a pattern is found in a text, all its threads side by side: time is text times pattern, never more.
 * Undefined when the pattern unrolls to too many steps.
 */
export const runPattern = (tree: PatternTree, flags: string): ((text: string) => boolean) | undefined => {
  try {
    const program = compile(tree, flags)
    return (text) => isFound(program, text)
  } catch (error) {
    if (error instanceof TooLarge) return undefined
    throw error
  }
}

const compile = (tree: PatternTree, flags: string): readonly Step[] => {
  const steps: Step[] = []
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw new TooLarge()
    return steps.push(step) - 1
  }
  const write = (node: PatternTree): void => {
    switch (node.kind) {
      case 'set':
        add({ kind: 'set', takes: taker(node.source, flags) })
        return
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
  return steps
}

/** Asks the regular expression once for each character of the first plane that occurs. */
const taker = (source: string, flags: string): ((character: string) => boolean) => {
  const form = new RegExp(`^${source}$`, flags)
  const answers = new Map<string, boolean>()
  return (character) => {
    const known = answers.get(character)
    if (known !== undefined) return known
    const answer = form.test(character)
    if (answers.size < 512) answers.set(character, answer)
    return answer
  }
}

const isFound = (program: readonly Step[], text: string): boolean => {
  const characters = [...text]
  let here = new Set<number>()
  for (let at = 0; at <= characters.length; at += 1) {
    if (follow(program, here, 0, characters, at)) return true
    const there = new Set<number>()
    const character = characters[at]
    if (character === undefined) return false
    for (const index of here) {
      const step = program[index]
      if (step?.kind !== 'set' || !step.takes(character)) continue
      if (follow(program, there, index + 1, characters, at + 1)) return true
    }
    here = there
  }
  return false
}

/** Enters a thread and all that it reaches without taking a character; true when the end is among it. */
const follow = (
  program: readonly Step[],
  threads: Set<number>,
  from: number,
  characters: readonly string[],
  at: number,
): boolean => {
  const open = [from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (threads.has(index)) continue
    threads.add(index)
    const step = program[index]
    if (step?.kind === 'found') return true
    if (step?.kind === 'split') open.push(...step.to)
    if (step?.kind === 'place' && holds(step.place, characters, at)) open.push(index + 1)
  }
  return false
}

const holds = (place: string, characters: readonly string[], at: number): boolean => {
  if (place === '^') return at === 0
  if (place === '$') return at === characters.length
  const [before, after] = [characters[at - 1], characters[at]]
  const isBoundary = isWord(before) !== isWord(after)
  return place === '\\b' ? isBoundary : !isBoundary
}

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character)
