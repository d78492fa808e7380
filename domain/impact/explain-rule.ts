import { validatorAccepts } from '../compatibility/check-witness'
import { compare } from '../compatibility/compare'
import { type Refusal, refusalsOf } from '../compatibility/refusals'
import type { Change } from '../diff/change'
import type { Json } from '../plan/json'
import type { Rule } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import { withoutDefects } from '../validation/without-defects'
import { changesOf } from './changes-of'
import { isRounded, tooManyDigits } from './is-rounded'
import { judgeChanges } from './judge-changes'
import type { JudgedChange } from './judged-change'
import { uncompared } from './uncompared'
import type { Level } from './verdict'
import { withPlaceOf } from './with-place-of'

/** A message that the old rule accepts and the new one refuses, and what the new one has against it. */
export type Counterexample = { readonly witness: Json; readonly refusals: readonly Refusal[] }

export type ExplainedChange = JudgedChange & {
  /** What the new rule has against the witness. */
  readonly refusals?: readonly Refusal[]
  /**
   * Breaking only for whoever already sends a name that the plan did not know: what JSON Schema says where the
   * reading with planned names says safe.
   */
  readonly pure?: Counterexample
}

/** Every property that came is compared by itself; of a rule that gains more of them, only the first. */
const mostAdded = 20

/**
 * What changed in one rule, judged, each break with a message that shows it: the one that was found for the whole
 * rule where it fails at the change's own place, else one for that place alone. Null: there is no such rule.
 * `onStep` is called after each comparison.
 */
export const explainRule = (
  before: Rule | null,
  after: Rule | null,
  onStep: () => void = () => {},
): readonly ExplainedChange[] => {
  const changes = changesOf(before, after)
  if (before === null || after === null) return judgeChanges(listed(before), listed(after), changes)
  if (isRounded(before) || isRounded(after)) return uncompared(changes, tooManyDigits)
  // Under one name, so that a renamed rule is compared as well, and as the validator reads schemas with defects.
  const pair = { before: readable(before), after: { ...readable(after), ...ruleIdOf(before) }, onStep }
  const judged = judgeChanges([pair.before], [pair.after], changes)
  onStep()
  return withPure(
    pair,
    judged.map((one) => withWitness(pair, one)),
  )
}

const readable = (rule: Rule): Rule => ({ ...rule, jsonSchema: withoutDefects(rule.jsonSchema) })

const listed = (rule: Rule | null): readonly Rule[] => (rule === null ? [] : [rule])

type Pair = { readonly before: Rule; readonly after: Rule; readonly onStep: () => void }

const withWitness = (pair: Pair, one: JudgedChange): ExplainedChange => {
  if (one.witness === undefined || one.verdict.senders.level !== 'breaking') return one
  const shared = {
    witness: one.witness,
    refusals: refusalsOf(pair.before, pair.after.jsonSchema, one.witness),
  }
  const shown = isAbout(one.change, shared) ? shared : (ownExample(pair, one.change, true) ?? shared)
  return { ...one, ...shown }
}

/** A message that breaks at the place of one change, whatever else changed; null where none was found. */
const ownExample = (
  { before, after, onStep }: Pair,
  change: Change,
  plannedNames: boolean,
): Counterexample | null => {
  const changedHere =
    'schemaPointer' in change ? withPlaceOf(before.jsonSchema, after.jsonSchema, change.schemaPointer) : null
  if (changedHere === null) return null
  const answer = compare(before.jsonSchema, changedHere, { plannedNames })
  onStep()
  if (answer.verdict !== 'breaking' || validatorAccepts(after.jsonSchema, answer.witness) !== false)
    return null
  return { witness: answer.witness, refusals: refusalsOf(before, after.jsonSchema, answer.witness) }
}

const isAbout = (change: Change, { refusals }: Counterexample): boolean => {
  if (!('pointer' in change)) return true
  const { pointer } = change
  return refusals.some((refusal) => isWithin(refusal.pointer, pointer) || isWithin(pointer, refusal.pointer))
}

const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`)

const withPure = (pair: Pair, explained: readonly ExplainedChange[]): readonly ExplainedChange[] => {
  const safe = explained.filter(({ verdict }) => verdict.senders.level === 'safe')
  const added = safe.filter(({ change }) => change.kind === 'property-added').slice(0, mostAdded)
  const found = new Map(added.map(({ change }) => [change, ownExample(pair, change, false)]))
  const rest = safe.filter(({ change }) => change.kind !== 'property-added')
  const isSafeInAll = explained.every(({ verdict }) => clear.has(verdict.senders.level))
  const whole = isSafeInAll && rest.length > 0 ? wholeExample(pair) : null
  if (whole !== null) for (const { change } of rest) if (isAbout(change, whole)) found.set(change, whole)
  return explained.map((one) => {
    const pure = found.get(one.change)
    return pure ? { ...one, pure } : one
  })
}

const clear: ReadonlySet<Level> = new Set(['safe', 'documentation'])

const wholeExample = ({ before, after, onStep }: Pair): Counterexample | null => {
  const answer = compare(before.jsonSchema, after.jsonSchema)
  onStep()
  return answer.verdict === 'breaking'
    ? { witness: answer.witness, refusals: refusalsOf(before, after.jsonSchema, answer.witness) }
    : null
}
