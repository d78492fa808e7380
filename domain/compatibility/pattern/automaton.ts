import { type CharSet, holdsChar } from './char-set'
import { type Pattern, word } from './parse-pattern'

type Step =
  | { readonly kind: 'char'; readonly set: CharSet; readonly to: number }
  | { readonly kind: 'free' | 'start' | 'end' | 'edge' | 'no-edge'; readonly to: number }

/** What surrounds the place between two characters. `next` is undefined while it is not known. */
type Place = {
  readonly isStart: boolean
  readonly previous: boolean
  readonly next: 'word' | 'other' | 'end' | undefined
}

/** A state of the determinised automaton, made when it is first reached. */
export type AutomatonState = {
  readonly accepts: boolean
  /** Whatever follows, the answer stays as it is. */
  readonly isFinal: boolean
  readonly key: string
  readonly at: readonly number[]
  /** Whether the text is empty so far, and whether its last character belongs to a word. */
  readonly isStart: boolean
  readonly previous: boolean
}

const most = 3000
class TooLarge extends Error {}

/** Says whether a pattern is found anywhere in a text, one character at a time. */
export class Automaton {
  private readonly steps: Step[][] = []
  private readonly states = new Map<string, AutomatonState>()
  private readonly moves = new Map<string, Map<number, AutomatonState>>()
  private readonly entry: number
  private readonly goal: number
  /** States from which the goal can still be reached once the text has begun. */
  private readonly hopeful: ReadonlySet<number>
  private readonly looksAtWords: boolean
  readonly start: AutomatonState

  private constructor(pattern: Pattern) {
    this.entry = this.addState()
    this.goal = this.build(pattern, this.entry)
    this.hopeful = this.statesBefore(this.goal)
    this.looksAtWords = this.steps.flat().some(({ kind }) => kind === 'edge' || kind === 'no-edge')
    this.start = this.stateOf([this.entry], true, false)
  }

  /** Undefined when the pattern would need too many states. */
  static of(pattern: Pattern): Automaton | undefined {
    try {
      return new Automaton(pattern)
    } catch (error) {
      if (error instanceof TooLarge) return undefined
      throw error
    }
  }

  /** Every set of characters that the automaton can tell apart from the rest. */
  sets(): CharSet[] {
    return this.steps.flat().flatMap((step) => {
      if (step.kind === 'char') return [step.set]
      return step.kind === 'edge' || step.kind === 'no-edge' ? [word] : []
    })
  }

  move(from: AutomatonState, char: number): AutomatonState {
    const known = this.moves.get(from.key) ?? new Map<number, AutomatonState>()
    this.moves.set(from.key, known)
    const seen = known.get(char)
    if (seen) return seen
    const isWord = holdsChar(word, char)
    const targets = new Set([this.entry])
    const { isStart, previous } = from
    for (const at of this.closure(from.at, { isStart, previous, next: isWord ? 'word' : 'other' })) {
      if (at === this.goal) targets.add(at)
      for (const step of this.steps[at] ?? [])
        if (step.kind === 'char' && holdsChar(step.set, char)) targets.add(step.to)
    }
    const to = this.stateOf([...targets], false, isWord)
    known.set(char, to)
    return to
  }

  matches(text: string): boolean {
    let state = this.start
    for (const char of text) state = this.move(state, char.codePointAt(0) ?? 0)
    return state.accepts
  }

  private addState(): number {
    if (this.steps.length >= most) throw new TooLarge()
    return this.steps.push([]) - 1
  }

  private link(from: number, step: Step): number {
    this.steps[from]?.push(step)
    return step.to
  }

  private build(pattern: Pattern, from: number): number {
    switch (pattern.kind) {
      case 'set':
        return this.link(from, { kind: 'char', set: pattern.set, to: this.addState() })
      case 'start':
      case 'end':
      case 'edge':
      case 'no-edge':
        return this.link(from, { kind: pattern.kind, to: this.addState() })
      case 'sequence':
        return pattern.parts.reduce((at, part) => this.build(part, at), from)
      case 'choice': {
        const end = this.addState()
        for (const option of pattern.options) {
          const begin = this.link(from, { kind: 'free', to: this.addState() })
          this.link(this.build(option, begin), { kind: 'free', to: end })
        }
        return end
      }
      case 'repeat':
        return this.buildRepeat(pattern, from)
    }
  }

  private buildRepeat({ part, min, max }: Pattern & { kind: 'repeat' }, from: number): number {
    let at = from
    for (let i = 0; i < min; i += 1) at = this.build(part, at)
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.link(at, { kind: 'free', to: this.addState() })
      this.link(this.build(part, loop), { kind: 'free', to: loop })
      return this.link(loop, { kind: 'free', to: this.addState() })
    }
    const end = this.addState()
    for (let i = min; i < max; i += 1) {
      this.link(at, { kind: 'free', to: end })
      // A state of its own, or the exit of one round would lead back into it.
      at = this.build(part, this.link(at, { kind: 'free', to: this.addState() }))
    }
    this.link(at, { kind: 'free', to: end })
    return end
  }

  private statesBefore(goal: number): ReadonlySet<number> {
    const before = this.steps.map((): number[] => [])
    for (const [from, steps] of this.steps.entries())
      for (const step of steps) if (step.kind !== 'start') before[step.to]?.push(from)
    const seen = new Set([goal])
    const open = [goal]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const from of before[at] ?? []) if (!seen.has(from)) open.push(seen.add(from) && from)
    return seen
  }

  private stateOf(targets: readonly number[], isStart: boolean, previous: boolean): AutomatonState {
    const at = this.closure(targets, { isStart, previous, next: undefined })
    // Once found, found for good.
    const kept = at.includes(this.goal) ? [this.goal] : at
    const key = kept.join(',') + (isStart ? '^' : '') + (previous && this.looksAtWords ? 'w' : '')
    const known = this.states.get(key)
    if (known) return known
    const accepts = this.closure(kept, { isStart, previous, next: 'end' }).includes(this.goal)
    const isFinal = kept[0] === this.goal || !kept.some((one) => this.hopeful.has(one))
    const state = { accepts, isFinal, key, at: kept, isStart, previous }
    this.states.set(key, state)
    return state
  }

  private closure(from: readonly number[], place: Place): number[] {
    const seen = new Set(from)
    const open = [...from]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const step of this.steps[at] ?? [])
        if (!seen.has(step.to) && passes(step, place)) {
          seen.add(step.to)
          open.push(step.to)
        }
    return [...seen].sort((a, b) => a - b)
  }
}

const passes = ({ kind }: Step, { isStart, previous, next }: Place): boolean => {
  if (kind === 'free') return true
  if (kind === 'start') return isStart
  if (kind === 'end') return next === 'end'
  if (kind === 'char' || next === undefined) return false
  return (previous !== (next === 'word')) === (kind === 'edge')
}
