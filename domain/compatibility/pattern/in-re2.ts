import type { CharSet } from '../../plan/pattern/char-set'
import { readPattern } from '../../plan/pattern/read-pattern'
import { ecmaPattern } from './ecma-pattern'
import type { Pattern } from './pattern'

/** Patterns that a text has to match, and others that it must not. */
export type Re2Patterns = { readonly matching: readonly string[]; readonly failing: readonly string[] }

/**
 * What a pattern of ECMA-262 that RE2 refuses to read says in the syntax of RE2: escapes such as `\u00e9` spelt
 * otherwise, and looks ahead from the beginning of the text, as in `^(?=.*\d).{8,}$`, as patterns of their own.
 * Undefined where RE2 reads it as it is, and where it cannot be said.
 */
export const inRe2 = (source: string): Re2Patterns | undefined => {
  if (readPattern(source).ok) return undefined
  const whole = ecmaPattern(source)
  if (whole) return { matching: [written(whole)], failing: [] }
  const parts = looksAhead(source)
  return parts && patternsOf(parts)
}

type Parts = {
  readonly ahead: readonly string[]
  readonly notAhead: readonly string[]
  readonly rest: string
}

const patternsOf = ({ ahead, notAhead, rest }: Parts): Re2Patterns | undefined => {
  const [after, ...others] = [rest, ...ahead, ...notAhead].map(ecmaPattern)
  // An alternative of the whole pattern would not be bound to what is looked for ahead.
  if (!after || after.kind === 'choice' || others.includes(undefined)) return undefined
  const patterns = [after, ...others].map((pattern) => `^${written(pattern as Pattern)}`)
  return {
    matching: patterns.slice(0, 1 + ahead.length),
    failing: patterns.slice(1 + ahead.length),
  }
}

/** Takes `(?=…)` and `(?!…)` off the beginning; undefined when there is none. */
const looksAhead = (source: string): Parts | undefined => {
  const ahead: string[] = []
  const notAhead: string[] = []
  let rest = source.startsWith('^') ? source.slice(1) : ''
  for (;;) {
    const kind = rest.slice(0, 3)
    if (kind !== '(?=' && kind !== '(?!') break
    const end = endOfGroup(rest)
    if (end < 0) return undefined
    ;(kind === '(?=' ? ahead : notAhead).push(rest.slice(3, end))
    rest = rest.slice(end + 1)
  }
  return ahead.length + notAhead.length === 0 ? undefined : { ahead, notAhead, rest }
}

/** Where the parenthesis that opens the text is closed; -1 when it is not. */
const endOfGroup = (text: string): number => {
  let depth = 0
  let isInClass = false
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\\') at += 1
    else if (isInClass) isInClass = char !== ']'
    else if (char === '[') isInClass = true
    else if (char === '(') depth += 1
    else if (char === ')') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

const places = {
  start: '^',
  end: '$',
  'line-start': '(?m:^)',
  'line-end': '(?m:$)',
  edge: '\\b',
  'no-edge': '\\B',
} as const

const written = (pattern: Pattern): string => {
  switch (pattern.kind) {
    case 'set':
      return writtenSet(pattern.set)
    case 'sequence':
      return pattern.parts.map(written).join('')
    case 'choice':
      return `(?:${pattern.options.map(written).join('|')})`
    case 'repeat': {
      const { min, max } = pattern
      return `(?:${written(pattern.part)}){${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`
    }
    default:
      return places[pattern.kind]
  }
}

const writtenSet = (set: CharSet): string => {
  const code = (char: number) => `\\x{${char.toString(16)}}`
  if (set.length === 0) return '[^\\x{0}-\\x{10ffff}]'
  return `[${set.map(([from, to]) => (from === to ? code(from) : `${code(from)}-${code(to)}`)).join('')}]`
}
