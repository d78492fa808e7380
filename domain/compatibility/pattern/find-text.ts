import type { Budget } from '../budget'
import type { Automaton, AutomatonState } from './automaton'

export type TextGoal = {
  readonly found: readonly Automaton[]
  readonly absent: readonly Automaton[]
  /** In code points, both included. */
  readonly minLength: number
  readonly maxLength: number
}

type Place = {
  readonly states: readonly AutomatonState[]
  readonly length: number
  readonly char: number
  readonly before: Place | undefined
}

/** A character, and the class that it belongs to for each of the automata. */
type Letter = { readonly char: number; readonly classes: readonly number[] }

export type TextsFound = {
  readonly texts: readonly string[]
  /** There are no texts but these. */
  readonly areAll: boolean
}

/** More steps than that are not spent on one question, so that others get their turn. */
const mostSteps = 25_000

/** The shortest texts that reach the goal, at most `wanted`. */
export const findTexts = (goal: TextGoal, wanted: number, budget: Budget): TextsFound => {
  const automata = [...goal.found, ...goal.absent]
  const letters = alphabet(automata, wanted)
  const texts: string[] = []
  const seen = new Map<string, number>()
  // The same place again gives further texts of the same kind, never another kind.
  const isWorthIt = (place: Place): boolean => {
    if (isHopeless(place, goal)) return false
    const key = keyOf(place, goal)
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return times < wanted
  }
  const start = automata.map((automaton) => automaton.start)
  const places: Place[] = [{ states: start, length: 0, char: 0, before: undefined }]
  let steps = 0
  // Grows while it is walked: short texts first.
  for (const place of places) {
    const cost = costOf(place, letters.length)
    budget.spend(cost)
    steps += cost
    if (place.length >= goal.minLength && isGoal(place, goal)) texts.push(textOf(place))
    if (texts.length >= wanted || steps > mostSteps) return { texts, areAll: false }
    if (place.length < goal.maxLength)
      places.push(...letters.map((letter) => move(place, letter, automata)).filter(isWorthIt))
  }
  return { texts, areAll: true }
}

const move = (before: Place, { char, classes }: Letter, automata: readonly Automaton[]): Place => ({
  states: automata.map((automaton, i) =>
    automaton.moveBy(before.states[i] ?? automaton.start, classes[i] ?? 0),
  ),
  length: before.length + 1,
  char,
  before,
})

const textOf = (place: Place): string => {
  const chars: number[] = []
  for (let at: Place = place; at.before; at = at.before) chars.push(at.char)
  return String.fromCodePoint(...chars.reverse())
}

/** Lengths count only as far as a bound still looks at them. */
const keyOf = ({ states, length }: Place, { minLength, maxLength }: TextGoal): string => {
  const counted = maxLength < Number.POSITIVE_INFINITY ? length : Math.min(length, minLength)
  return `${counted}/${states.map(({ number }) => number).join('/')}`
}

const isHopeless = ({ states }: Place, { found }: TextGoal): boolean =>
  states.some((state, i) => state.isFinal && state.accepts !== i < found.length)

/** Large states and many letters take longer. */
const costOf = ({ states }: Place, letters: number): number =>
  1 + Math.floor((letters * states.reduce((sum, { at }) => sum + at.length, 0)) / 20)

const isGoal = ({ states }: Place, { found }: TextGoal): boolean =>
  states.every((state, i) => state.accepts === i < found.length)

const nice = [...'a0A-_ .bc1zZ9/:@'].map((char) => char.codePointAt(0) ?? 0)
const usual = [0, 0x20, 0x7f, 0xd800, 0xe000, 0x110000, ...nice.flatMap((char) => [char, char + 1])]

/** Some characters of each class that no automaton tells apart, readable ones first. */
const alphabet = (automata: readonly Automaton[], perClass: number): Letter[] => {
  const cuts = new Set(usual)
  for (const automaton of automata) for (const cut of automaton.cuts) cuts.add(cut)
  const sorted = [...cuts].sort((a, b) => a - b)
  const kinds = new Map<string, { readonly classes: readonly number[]; readonly chars: number[] }>()
  for (const [i, from] of sorted.slice(0, -1).entries()) {
    const classes = automata.map((automaton) => automaton.classOf(from))
    const kind = kinds.get(classes.join()) ?? { classes, chars: [] }
    kinds.set(classes.join(), kind)
    const end = Math.min(sorted[i + 1] ?? from, from + perClass)
    for (let char = from; char < end; char += 1) kind.chars.push(char)
  }
  return [...kinds.values()]
    .flatMap(({ classes, chars }) =>
      chars
        .sort((a, b) => rank(a) - rank(b))
        .slice(0, perClass)
        .map((char) => ({ char, classes })),
    )
    .sort((a, b) => rank(a.char) - rank(b.char))
}

const rank = (char: number): number => {
  const place = nice.indexOf(char)
  if (place >= 0) return place
  if (char > 0x20 && char < 0x7f) return 100 + char
  if (char >= 0xd800 && char < 0xe000) return 10_000_000 + char
  return 1000 + char
}
