import { areDisjoint, type PatternTree, type Ranges } from '../../plan/pattern/pattern-tree'

/** A repeat of at most this many characters multiplies the work by a constant that does not matter. */
const short = 16
/** How many ways of reading one text the small parts may multiply to. */
const mostWays = 64

/**
 * Whether a backtracking engine is shown to take time linear in the text. Conservative: a repeat may repeat characters
 * only, a long one must end where nothing of its own kind can follow, and a pattern with a long one begins at the
 * beginning of the text. Everything else counts as not shown.
 */
export const isShownLinear = (tree: PatternTree, flags: string): boolean => {
  const found = look(tree, nothing(flags.includes('i')))
  return found.ok && found.ways <= mostWays && (!found.long || startsAnchored(tree))
}

/** What can come next: its possible first characters, null for any. */
type Next = { readonly first: Ranges | null; readonly ignoresCase: boolean }

const nothing = (ignoresCase: boolean): Next => ({ first: [], ignoresCase })

type Found = { readonly ok: boolean; readonly long: boolean; readonly ways: number }

const fine: Found = { ok: true, long: false, ways: 1 }
const notShown: Found = { ok: false, long: false, ways: 1 }

const look = (tree: PatternTree, next: Next): Found => {
  if (tree.kind === 'sequence') return lookAtSequence(tree.parts, next)
  if (tree.kind === 'choice') {
    const options = tree.options.map((option) => look(option, next))
    return {
      ok: options.every(({ ok }) => ok),
      long: options.some(({ long }) => long),
      ways: options.reduce((sum, { ways }) => sum + ways, 0),
    }
  }
  return tree.kind === 'repeat' ? lookAtRepeat(tree, next) : fine
}

const lookAtSequence = (parts: readonly PatternTree[], next: Next): Found => {
  let after = next
  let whole = fine
  for (const part of parts.toReversed()) {
    const found = look(part, after)
    whole = { ok: whole.ok && found.ok, long: whole.long || found.long, ways: whole.ways * found.ways }
    after = nextFrom(part, after)
  }
  return whole
}

const lookAtRepeat = (tree: Extract<PatternTree, { kind: 'repeat' }>, next: Next): Found => {
  const { part, min, max } = tree
  const only = part.kind === 'sequence' && part.parts.length === 1 ? (part.parts[0] ?? part) : part
  if (only.kind === 'set') {
    const ends = cannotFollow(only.ranges, next)
    if (max - min <= short) return { ok: true, long: false, ways: ends ? 1 : max - min + 1 }
    // What follows is a place or another kind of character, so giving characters back never helps.
    return ends ? { ok: true, long: true, ways: 1 } : notShown
  }
  const times = min === max ? max : 1
  if ((min !== max && max > 1) || times > short) return notShown
  const inside = look(part, times > 1 ? either(nextFrom(part, next), next) : next)
  return { ...inside, ways: inside.ways ** times * (max - min + 1) }
}

const nextFrom = (tree: PatternTree, next: Next): Next => {
  switch (tree.kind) {
    case 'set':
      return { first: tree.ranges, ignoresCase: next.ignoresCase }
    case 'place':
      return next
    case 'sequence':
      return tree.parts.reduceRight((after, part) => nextFrom(part, after), next)
    case 'choice':
      return tree.options.map((option) => nextFrom(option, next)).reduce(either)
    case 'repeat': {
      const inside = nextFrom(tree.part, next)
      return tree.min === 0 ? either(inside, next) : inside
    }
  }
}

const either = (a: Next, b: Next): Next => ({
  first: a.first === null || b.first === null ? null : [...a.first, ...b.first],
  ignoresCase: a.ignoresCase,
})

/** Ranges tell nothing about characters that only differ in case. */
const cannotFollow = (ranges: Ranges | null, { first, ignoresCase }: Next): boolean =>
  first?.length === 0 || (!ignoresCase && areDisjoint(ranges, first))

const startsAnchored = (tree: PatternTree): boolean => {
  if (tree.kind === 'place') return tree.place === '^'
  if (tree.kind === 'sequence') return tree.parts[0] !== undefined && startsAnchored(tree.parts[0])
  return tree.kind === 'choice' && tree.options.every(startsAnchored)
}
