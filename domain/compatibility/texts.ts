import { type Compiled, compileSchema } from '../validation/compile-schema'
import { formatFacts } from './formats'
import { Automaton } from './pattern/automaton'
import { type Dialect, parsePattern } from './pattern/parse-pattern'

/** Answers for single texts, each question worked out once. Undefined where nobody can say. */
export class Texts {
  private readonly automata = new Map<string, Automaton | undefined>()
  private readonly compiled = new Map<string, Compiled>()

  automaton(pattern: string, dialect: Dialect): Automaton | undefined {
    const key = `${dialect} ${pattern}`
    if (!this.automata.has(key)) {
      const parsed = parsePattern(pattern, dialect)
      this.automata.set(key, parsed && Automaton.of(parsed))
    }
    return this.automata.get(key)
  }

  /** Whether the pattern is found in the text, where both dialects agree on it. */
  matches(pattern: string, text: string): boolean | undefined {
    const [ecma, re2] = [this.automaton(pattern, 'ecma'), this.automaton(pattern, 're2')]
    if (!ecma || !re2) return this.asked(JSON.stringify(['pattern', pattern]), { pattern }, text)
    const answer = ecma.matches(text)
    return answer === re2.matches(text) ? answer : undefined
  }

  /** Whether the validator takes the text for one of this format. */
  hasFormat(format: string, text: string): boolean | undefined {
    if (formatFacts(format).unchecked) return undefined
    return this.asked(JSON.stringify(['format', format]), { format }, text)
  }

  private asked(key: string, schema: { pattern: string } | { format: string }, text: string) {
    const known = this.compiled.get(key) ?? compileSchema(schema)
    this.compiled.set(key, known)
    return known.ok ? known.validate(text) : undefined
  }
}
