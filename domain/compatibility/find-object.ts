import type { Json } from '../plan/json'
import { type Answer, found, none } from './answer'
import type { Fact } from './fact'
import { freshNames, nameFits } from './find-name'
import type { Goals } from './goals'
import { type Extra, type ObjectNeeds, objectNeeds, spokenNames, valueRules } from './object-needs'

/** An object for which all facts hold, with few properties where possible. */
export const findObject = (facts: readonly Fact[], goals: Goals): Answer =>
  placeExtras(objectNeeds(facts), goals)

/** Tries every name for the properties whose name is open. */
const placeExtras = (needs: ObjectNeeds, goals: Goals): Answer => {
  if (isImpossible(needs, goals)) return none
  const [extra, ...extras] = needs.extras
  if (!extra) return fill(needs, goals)
  goals.budget.spend()
  const fresh = freshNames(needs, extra, goals)
  // One fresh name stands for its kind, but two properties may need one and the same of several.
  const isOneOfSeveral = extra.is === 'has-bad-name' && extras.length > 0 && fresh.names.length > 0
  let isProof = fresh.isComplete && !isOneOfSeveral
  for (const name of [...knownNames(needs, extra, goals), ...fresh.names]) {
    const answer = placeExtras(withExtra({ ...needs, extras }, name, extra), goals)
    if (answer.is === 'found') return answer
    if (answer.is === 'unknown') isProof = false
  }
  return isProof ? none : goals.doubt('a property under an open name')
}

/** Names that are spoken of anyway and may serve; a name that cannot be judged is tried, and checked at the end. */
const knownNames = (needs: ObjectNeeds, extra: Extra, goals: Goals): string[] =>
  [...spokenNames(needs)].filter((name) => !needs.absent.has(name) && nameFits(name, extra, goals) !== 'none')

const withExtra = (needs: ObjectNeeds, name: string, extra: Extra): ObjectNeeds => {
  const literals = [...(needs.present.get(name) ?? []), ...('value' in extra ? [extra.value] : [])]
  return { ...needs, present: new Map(needs.present).set(name, literals) }
}

/** Cheap proofs first: values that are asked for more than the shapes ask are where contradictions are. */
const isImpossible = (needs: ObjectNeeds, goals: Goals): boolean => {
  if (needs.min > needs.max || needs.present.size > needs.max) return true
  for (const [name, literals] of needs.present) {
    if (needs.absent.has(name)) return true
    if (literals.length === 0) continue
    const rules = valueRules(needs, name)
    if (rules && goals.satisfy(rules).is === 'none') return true
  }
  return false
}

const fill = (needs: ObjectNeeds, goals: Goals): Answer => {
  const entries: [string, Json][] = []
  let open: Answer | undefined
  for (const name of needs.present.keys()) {
    const value = valueUnder(name, needs, goals)
    if (value.is === 'none') return none
    if (value.is === 'found') entries.push([name, value.value])
    else open = value
  }
  if (open) return open
  return entries.length < needs.min ? fillUp(needs, entries, goals) : found(Object.fromEntries(entries))
}

const valueUnder = (name: string, needs: ObjectNeeds, goals: Goals): Answer => {
  if (needs.names.length > 0) {
    const node = goals.reader.read({ const: name })
    const allowed = goals.satisfy([{ node, yes: true }, ...needs.names.map((n) => ({ node: n, yes: true }))])
    if (allowed.is !== 'found') return allowed
  }
  const rules = valueRules(needs, name)
  return rules ? goals.satisfy(rules) : goals.doubt(`whether ${name} matches a pattern`)
}

const mostProperties = 300

/** Adds properties that nobody asked for until there are enough. */
const fillUp = (needs: ObjectNeeds, entries: [string, Json][], goals: Goals): Answer => {
  if (needs.min > mostProperties) return goals.doubt('an object with very many properties')
  let isProof = true
  const add = (name: string): boolean => {
    const value = valueUnder(name, needs, goals)
    if (value.is === 'found') entries.push([name, value.value])
    if (value.is === 'unknown') isProof = false
    return value.is === 'found'
  }
  const known = [...spokenNames(needs)].filter((name) => !needs.present.has(name) && !needs.absent.has(name))
  for (const name of known) if (entries.length < needs.min) add(name)
  const dead = new Set<string>()
  while (entries.length < needs.min) {
    const taken = new Map([...entries.map(([name]) => [name, []] as const), ...needs.present])
    const fresh = freshNames(
      { ...needs, present: taken, absent: new Set([...needs.absent, ...dead]) },
      undefined,
      goals,
    )
    isProof &&= fresh.isComplete
    const before = entries.length
    for (const name of fresh.names) if (entries.length < needs.min && !add(name)) dead.add(name)
    // A kind of names whose values are impossible stays impossible under every further name.
    if (entries.length === before) return isProof ? none : goals.doubt('an object with enough properties')
  }
  return found(Object.fromEntries(entries))
}
