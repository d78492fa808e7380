import { type Compiled, compileSchema } from '../validation/compile-schema'
import { formatFacts } from './formats'
import { automataOf } from './pattern/automata-of'

/** Whether a pattern is found in a text, where the readings that there are of it agree; undefined where nobody can say. */
export const matchesPattern = (pattern: string, text: string): boolean | undefined => {
  const { re2, ecma } = automataOf(pattern)
  const [first, second] = [re2 ?? ecma, ecma ?? re2]
  if (!first || !second) return asked({ pattern }, text)
  const answer = first.matches(text)
  return first === second || answer === second.matches(text) ? answer : undefined
}

/** Whether the validator takes a text for one of this format; undefined where it does not know the format. */
export const hasFormat = (format: string, text: string): boolean | undefined =>
  formatFacts(format).unchecked ? undefined : asked({ format }, text)

const compiled = new Map<string, Compiled>()
const mostKept = 200

const asked = (schema: { pattern: string } | { format: string }, text: string): boolean | undefined => {
  const key = JSON.stringify(schema)
  const known = compiled.get(key) ?? compileSchema(schema)
  if (compiled.size >= mostKept) compiled.clear()
  compiled.set(key, known)
  return known.ok ? known.validate(text) : undefined
}
