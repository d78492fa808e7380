import { compare } from '../../compatibility/compare'
import { applyEdits } from '../../plan/apply-edits'
import type { Rule } from '../../plan/rule'
import { kindOrder } from './candidate'
import type { Suggestion } from './suggestion'

/** Steps of one comparison; a suggestion changes one place. */
const steps = 20_000

/**
 * Fixes in the plan by least loosening: those that end nearly as much as any of them come first, of these a schema that
 * is proved to take less comes before one that takes more, then by kind, by what slips through, and by id. The order is
 * total. The fix in code stands first where it is the likely one, else last.
 */
export const ranked = (
  suggestions: readonly Suggestion[],
  rules: readonly Rule[],
  isCodeLikely: boolean,
): readonly Suggestion[] => {
  const code = suggestions.filter(({ kind }) => kind === 'fix-in-code')
  const plan = suggestions.filter(({ kind }) => kind !== 'fix-in-code').sort(byKind)
  const most = Math.max(0, ...plan.map(clears))
  const groups = [
    plan.filter((one) => clears(one) >= most * nearlyAll),
    plan.filter((one) => clears(one) < most * nearlyAll),
  ]
  const ordered = groups.flatMap((group) => byProof(group, rules))
  return isCodeLikely ? [...code, ...ordered] : [...ordered, ...code]
}

const nearlyAll = 0.8

const clears = ({ effect }: Suggestion): number => {
  if (effect === null) return 0
  // What slips through is nothing to be gained.
  if (effect.is === 'replayed') return Math.max(0, effect.cleared.value - effect.slipping.value)
  return effect.outcome === 'cleared' ? 2 : effect.outcome === 'unknown' ? 1 : 0
}

const slips = ({ effect }: Suggestion): number => (effect?.is === 'replayed' ? effect.slipping.value : 0)

const byKind = (a: Suggestion, b: Suggestion): number =>
  kindOrder[a.kind] - kindOrder[b.kind] ||
  slips(a) - slips(b) ||
  clears(b) - clears(a) ||
  (a.id < b.id ? -1 : 1)

/** Takes the first that nothing left is proved narrower than, again and again. */
const byProof = (group: readonly Suggestion[], rules: readonly Rule[]): readonly Suggestion[] => {
  const isNarrower = narrowness(group, rules)
  const left = [...group]
  const ordered: Suggestion[] = []
  while (left.length > 0) {
    const at = left.findIndex((one) => !left.some((other) => other !== one && isNarrower(other, one)))
    ordered.push(...left.splice(Math.max(0, at), 1))
  }
  return ordered
}

const narrowness = (group: readonly Suggestion[], rules: readonly Rule[]) => {
  const schemas = new Map(group.map((one) => [one, schemaAfter(one, rules)]))
  const known = new Map<string, boolean>()
  const accepts = (one: Suggestion, other: Suggestion): boolean => {
    const key = `${one.id} ${other.id}`
    const answer = known.get(key)
    if (answer !== undefined) return answer
    const [before, after] = [schemas.get(one), schemas.get(other)]
    const isProved =
      before !== undefined && after !== undefined && compare(before, after, { steps }).verdict === 'safe'
    known.set(key, isProved)
    return isProved
  }
  return (one: Suggestion, other: Suggestion): boolean => accepts(one, other) && !accepts(other, one)
}

/** A new version beside the old one widens nothing that is there. */
const schemaAfter = ({ kind, edits }: Suggestion, rules: readonly Rule[]) => {
  const [edit] = edits
  if (edit === undefined || kind === 'new-version') return undefined
  const applied = applyEdits(rules, edits)
  return applied.ok
    ? applied.rules.find(
        ({ type, key, version }) => type === edit.type && key === edit.key && version === edit.version,
      )?.jsonSchema
    : undefined
}
