import type { Budget } from '../budget'
import type { Automaton, AutomatonState } from './automaton'
import { type CharSet, holdsChar } from './char-set'

export type TextGoal = {
  readonly found: readonly Automaton[]
  readonly absent: readonly Automaton[]
  /** In code points, both included. */
  readonly minLength: number
  readonly maxLength: number
}

type Place = { readonly states: readonly AutomatonState[]; readonly length: number; readonly text: string }

/** The shortest texts that reach the goal, at most `wanted`; fewer mean that there are no more of them. */
export const findTexts = (goal: TextGoal, wanted: number, budget: Budget): string[] => {
  const automata = [...goal.found, ...goal.absent]
  const letters = alphabet(
    automata.flatMap((automaton) => automaton.sets()),
    wanted,
  )
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
  let open: Place[] = [{ states: automata.map((automaton) => automaton.start), length: 0, text: '' }]
  while (open.length > 0) {
    const next: Place[] = []
    for (const place of open) {
      budget.spend(costOf(place, letters.length))
      if (place.length >= goal.minLength && isGoal(place, goal)) texts.push(place.text)
      if (texts.length >= wanted) return texts
      if (place.length < goal.maxLength)
        next.push(...letters.map((char) => moved(place, char, automata)).filter(isWorthIt))
    }
    open = next
  }
  return texts
}

const moved = (place: Place, char: number, automata: readonly Automaton[]): Place => ({
  states: automata.map((automaton, i) => automaton.move(place.states[i] ?? automaton.start, char)),
  length: place.length + 1,
  text: place.text + String.fromCodePoint(char),
})

/** Lengths count only as far as a bound still looks at them. */
const keyOf = ({ states, length }: Place, { minLength, maxLength }: TextGoal): string => {
  const counted = maxLength < Number.POSITIVE_INFINITY ? length : Math.min(length, minLength)
  return `${counted}/${states.map((state) => state.key).join('/')}`
}

const isHopeless = ({ states }: Place, { found }: TextGoal): boolean =>
  states.some((state, i) => state.isFinal && state.accepts !== i < found.length)

/** Large states and many letters take longer. */
const costOf = ({ states }: Place, letters: number): number =>
  1 + Math.floor((letters * states.reduce((sum, { at }) => sum + at.length, 0)) / 12)

const isGoal = ({ states }: Place, { found }: TextGoal): boolean =>
  states.every((state, i) => state.accepts === i < found.length)

const nice = [...'a0A-_ .bc1zZ9/:@'].map((char) => char.codePointAt(0) ?? 0)

/** Some characters of each class that no automaton tells apart, readable ones first. */
const alphabet = (sets: readonly CharSet[], perClass: number): number[] => {
  const distinct = [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()]
  const cuts = new Set([0, 0x20, 0x7f, 0xd800, 0xe000, 0x110000])
  for (const [from, to] of distinct.flat()) cuts.add(from).add(to + 1)
  for (const char of nice) cuts.add(char).add(char + 1)
  const sorted = [...cuts].sort((a, b) => a - b)
  const classes = new Map<string, number[]>()
  for (const [i, from] of sorted.slice(0, -1).entries()) {
    const kind = distinct.map((set) => (holdsChar(set, from) ? 1 : 0)).join('')
    const members = classes.get(kind) ?? []
    classes.set(kind, members)
    const end = Math.min(sorted[i + 1] ?? from, from + perClass)
    for (let char = from; char < end; char += 1) members.push(char)
  }
  return [...classes.values()].flatMap((members) =>
    members.sort((a, b) => rank(a) - rank(b)).slice(0, perClass),
  )
}

const rank = (char: number): number => {
  const place = nice.indexOf(char)
  if (place >= 0) return place
  if (char > 0x20 && char < 0x7f) return 100 + char
  if (char >= 0xd800 && char < 0xe000) return 10_000_000 + char
  return 1000 + char
}
