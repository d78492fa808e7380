import { type CharSet, holdsChar } from '../../plan/pattern/char-set'
import type { PatternPlace } from '../../plan/pattern/pattern-tree'
import { newline, type Pattern, word } from './pattern'

type Step =
  | { readonly kind: 'char'; readonly set: CharSet; readonly to: number }
  | { readonly kind: 'free' | PatternPlace; readonly to: number }

/** What places look at in a character. */
type Kind = 'word' | 'newline' | 'other'

/** What surrounds the place between two characters. `next` is undefined while it is not known. */
type Place = {
  readonly isStart: boolean
  readonly previous: Kind
  readonly next: Kind | 'end' | undefined
}

/** A state of the determinised automaton, made when it is first reached. */
export type AutomatonState = {
  readonly number: number
  readonly accepts: boolean
  /** Whatever follows, the answer stays as it is. */
  readonly isFinal: boolean
  readonly at: readonly number[]
  /** Whether the text is empty so far, and what its last character was. */
  readonly isStart: boolean
  readonly previous: Kind
  /** Where the characters of each class lead, as far as that has been asked. */
  readonly next: (AutomatonState | undefined)[]
}

const most = 6000
class TooLarge extends Error {}

/** Says whether a pattern is found anywhere in a text, one character at a time. */
export class Automaton {
  private readonly steps: Step[][] = []
  private readonly states = new Map<string, AutomatonState>()
  private readonly entry: number
  private readonly goal: number
  /** States from which the goal can still be reached once the text has begun. */
  private readonly hopeful: ReadonlySet<number>
  private readonly looksAtWords: boolean
  private readonly looksAtLines: boolean
  /** Where sets of characters begin and end, ascending, and the class of the characters from there on. */
  readonly cuts: readonly number[]
  private readonly classes: readonly number[]
  /** One character of each class. */
  private readonly examples: readonly number[]
  readonly start: AutomatonState
  /** How much has been worked out so far, roughly in numbers kept. */
  weight = 0

  private constructor(pattern: Pattern) {
    this.entry = this.addState()
    this.goal = this.build(pattern, this.entry)
    this.hopeful = this.statesBefore(this.goal)
    const steps = this.steps.flat()
    this.looksAtWords = steps.some(({ kind }) => kind === 'edge' || kind === 'no-edge')
    this.looksAtLines = steps.some(({ kind }) => kind === 'line-start' || kind === 'line-end')
    const sets = steps.flatMap((step) => (step.kind === 'char' ? [step.set] : []))
    const { cuts, classes, examples } = classesOf([
      ...sets,
      ...(this.looksAtWords ? [word] : []),
      ...(this.looksAtLines ? [newline] : []),
    ])
    this.cuts = cuts
    this.classes = classes
    this.examples = examples
    this.start = this.stateOf([this.entry], true, 'other')
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

  /** The class that a character belongs to; the automaton does not tell apart the characters of one. */
  classOf(char: number): number {
    return this.classes[placeIn(this.cuts, char)] ?? 0
  }

  move(from: AutomatonState, char: number): AutomatonState {
    return this.moveBy(from, this.classOf(char))
  }

  moveBy(from: AutomatonState, of: number): AutomatonState {
    const known = from.next[of]
    if (known) return known
    const char = this.examples[of] ?? 0
    const kind = this.kindOf(char)
    const looksAhead = this.looksAtWords || this.looksAtLines
    const targets = new Set([this.entry])
    for (const at of looksAhead ? this.closureBefore(from, kind) : from.at) {
      if (at === this.goal) targets.add(at)
      for (const step of this.steps[at] ?? [])
        if (step.kind === 'char' && holdsChar(step.set, char)) targets.add(step.to)
    }
    const to = this.stateOf([...targets], false, kind)
    from.next[of] = to
    return to
  }

  matches(text: string): boolean {
    let state = this.start
    for (const char of text) state = this.move(state, char.codePointAt(0) ?? 0)
    return state.accepts
  }

  private kindOf(char: number): Kind {
    if (this.looksAtLines && holdsChar(newline, char)) return 'newline'
    return this.looksAtWords && holdsChar(word, char) ? 'word' : 'other'
  }

  private closureBefore({ at, isStart, previous }: AutomatonState, next: Kind): number[] {
    return this.closure(at, { isStart, previous, next })
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
      case 'line-start':
      case 'line-end':
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

  private stateOf(targets: readonly number[], isStart: boolean, previous: Kind): AutomatonState {
    const at = this.closure(targets, { isStart, previous, next: undefined })
    // Once found, found for good; and from where the goal cannot be reached nothing matters.
    const kept = at.includes(this.goal)
      ? [this.goal]
      : isStart
        ? at
        : at.filter((one) => this.hopeful.has(one))
    const key = kept.join() + (isStart ? '^' : previous)
    const known = this.states.get(key)
    if (known) return known
    const accepts = this.closure(kept, { isStart, previous, next: 'end' }).includes(this.goal)
    const isFinal = kept[0] === this.goal || !kept.some((one) => this.hopeful.has(one))
    const state = { number: this.states.size, accepts, isFinal, at: kept, isStart, previous, next: [] }
    this.states.set(key, state)
    this.weight += kept.length + this.examples.length
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

const classesOf = (sets: readonly CharSet[]) => {
  const distinct = [...new Map(sets.map((set) => [set.join(';'), set])).values()]
  const starts = new Set([0])
  for (const [from, to] of distinct.flat()) starts.add(from).add(to + 1)
  const cuts = [...starts].sort((a, b) => a - b)
  const members = cuts.map(() => '')
  for (const set of distinct) {
    const inside = new Set<number>()
    for (const [from, to] of set)
      for (let at = placeIn(cuts, from); at < cuts.length && (cuts[at] ?? 0) <= to; at += 1) inside.add(at)
    for (const at of cuts.keys()) members[at] += inside.has(at) ? '1' : '0'
  }
  const kinds = [...new Set(members)]
  return {
    cuts,
    classes: members.map((member) => kinds.indexOf(member)),
    examples: kinds.map((kind) => cuts[members.indexOf(kind)] ?? 0),
  }
}

/** Of the last cut that is not beyond the character. */
const placeIn = (cuts: readonly number[], char: number): number => {
  let [low, high] = [0, cuts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((cuts[middle] ?? 0) <= char) low = middle
    else high = middle - 1
  }
  return low
}

const passes = ({ kind }: Step, { isStart, previous, next }: Place): boolean => {
  if (kind === 'free') return true
  if (kind === 'start') return isStart
  if (kind === 'end') return next === 'end'
  if (kind === 'line-start') return isStart || previous === 'newline'
  if (kind === 'line-end') return next === 'end' || next === 'newline'
  if (kind === 'char' || next === undefined) return false
  return ((previous === 'word') !== (next === 'word')) === (kind === 'edge')
}
