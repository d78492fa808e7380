import type { PatternPlace, PatternTree } from '../../plan/pattern/pattern-tree'
import { type PatternProgram, patternProgram } from './pattern-program'

/** All threads that can be alive at one place in a text. `next` is filled in as texts ask for it. */
type State = {
  /** Before what takes no character has been followed. */
  readonly threads: readonly number[]
  /** What kind of character led here; places look at it. */
  readonly before: Kind
  readonly isFound: boolean
  readonly next: (State | undefined)[]
}

/** None at either end of the text. */
type Kind = 'none' | 'word' | 'newline' | 'other'

/** Characters that no step of the program tells apart. `takes` says for each set whether it has them. */
type Symbol_ = { readonly id: number; readonly kind: Kind; readonly takes: readonly boolean[] }

const mostStates = 2000
const mostCharactersKept = 4096

/**
 * Whether a pattern is found in a text, all its threads side by side: time is text times pattern, never more, and
 * less where the same threads meet the same characters again.
 */
export const runPattern = (tree: PatternTree): ((text: string) => boolean) => {
  const program = patternProgram(tree)
  const symbols = symbolsOf(program)
  const states = new Map<string, State>()
  const stateOf = (threads: readonly number[], before: Kind): State => {
    const key = `${before} ${threads.join(' ')}`
    const known = states.get(key)
    if (known) return known
    if (states.size >= mostStates) states.clear()
    const made: State = { threads, before, isFound: false, next: [] }
    states.set(key, made)
    return made
  }
  const step = (state: State, symbol: Symbol_): State => {
    const here = follow(program, state, symbol.kind)
    const next = here === null ? found : stateOf(taken(program, here, symbol), symbol.kind)
    state.next[symbol.id] = next
    return next
  }
  return (text) => {
    let state = stateOf([0], 'none')
    for (let at = 0; at < text.length; ) {
      const character = text.codePointAt(at) ?? 0
      at += character > 0xffff ? 2 : 1
      const symbol = symbols.of(character)
      state = state.next[symbol.id] ?? step(state, symbol)
      if (state.isFound) return true
    }
    return (state.next[symbols.end.id] ?? step(state, symbols.end)).isFound
  }
}

const found: State = { threads: [], before: 'none', isFound: true, next: [] }

/** The places of the program that are reached without taking a character; null when the end is among them. */
const follow = ({ steps }: PatternProgram, { threads, before }: State, after: Kind): Set<number> | null => {
  const reached = new Set<number>()
  const open = [...threads]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue
    reached.add(index)
    const step = steps[index]
    if (step?.kind === 'found') return null
    if (step?.kind === 'split') open.push(...step.to)
    if (step?.kind === 'place' && holds(step.place, before, after)) open.push(index + 1)
  }
  return reached
}

/** The threads after a character; a new one begins wherever the text goes on. */
const taken = (
  { steps }: PatternProgram,
  here: ReadonlySet<number>,
  { takes }: Symbol_,
): readonly number[] => {
  const threads = new Set([0])
  for (const index of here) {
    const step = steps[index]
    if (step?.kind === 'set' && takes[step.set] === true) threads.add(index + 1)
  }
  return [...threads].sort((a, b) => a - b)
}

const holds = (place: PatternPlace, before: Kind, after: Kind): boolean => {
  switch (place) {
    case 'start':
      return before === 'none'
    case 'end':
      return after === 'none'
    case 'line-start':
      return before === 'none' || before === 'newline'
    case 'line-end':
      return after === 'none' || after === 'newline'
    default:
      return ((before === 'word') !== (after === 'word')) === (place === 'edge')
  }
}

/** Asks each set's regular expression once for each character. */
const symbolsOf = ({ sets }: PatternProgram) => {
  const forms = sets.map((source) => new RegExp(`^${source}$`, 'u'))
  const end: Symbol_ = { id: 0, kind: 'none', takes: [] }
  const bySignature = new Map<string, Symbol_>()
  const byCharacter = new Map<number, Symbol_>()
  const make = (character: number): Symbol_ => {
    const text = String.fromCodePoint(character)
    const takes = forms.map((form) => form.test(text))
    const kind = text === '\n' ? 'newline' : /^\w$/.test(text) ? 'word' : 'other'
    const signature = `${kind} ${takes.map(Number).join('')}`
    const known = bySignature.get(signature) ?? { id: bySignature.size + 1, kind, takes }
    bySignature.set(signature, known)
    if (byCharacter.size < mostCharactersKept) byCharacter.set(character, known)
    return known
  }
  return { end, of: (character: number): Symbol_ => byCharacter.get(character) ?? make(character) }
}
