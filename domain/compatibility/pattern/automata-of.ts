import { Automaton } from './automaton'
import { ecmaPattern } from './ecma-pattern'
import type { Pattern } from './pattern'
import { re2Pattern } from './re2-pattern'

/**
 * `.` and `\s` mean different characters to RE2 and to ECMA-262, and each has syntax that the other refuses. Both
 * are the same automaton where the readings do not differ, and undefined where there is none.
 */
export type Automata = { readonly re2: Automaton | undefined; readonly ecma: Automaton | undefined }

const known = new Map<string, Automata>()
const mostKept = 100

/** The automata for a pattern; kept, since patterns repeat within a plan and between its versions. */
export const automataOf = (source: string): Automata => {
  const seen = known.get(source)
  if (seen && !isHeavy(seen.re2) && !isHeavy(seen.ecma)) return seen
  if (known.size >= mostKept) known.clear()
  const [re2, ecma] = [re2Pattern(source), ecmaPattern(source)]
  const automaton = re2 && Automaton.of(re2)
  const isSame = re2 !== undefined && ecma !== undefined && writtenAlike(re2, ecma)
  const automata = { re2: automaton, ecma: isSame ? automaton : ecma && Automaton.of(ecma) }
  known.set(source, automata)
  return automata
}

const writtenAlike = (a: Pattern, b: Pattern): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What an automaton has worked out is dropped with it once it takes much memory. */
const isHeavy = (automaton: Automaton | undefined): boolean => (automaton?.weight ?? 0) > 50_000
