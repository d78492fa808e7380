import type { Rename } from '../diff/diff-rules'
import { applyEdits, idAfterEdit } from '../plan/apply-edits'
import type { Edit } from '../plan/edit'
import type { Rule } from '../plan/rule'
import { ruleIdOf, ruleKey } from '../plan/rule-id'
import {
  carryEdit,
  conflictOf,
  type Decisions,
  type EditConflict,
  editBetween,
  isDone,
  type Outcome,
} from './carry-edit'
import { waysOut } from './collision'
import { type MergeConflict, nameConflict, schemaConflictOf } from './merge-conflict'

export type BroughtUpToDate<E extends Edit> = {
  /** Edits that hold on head: `before` as head has it, `after` with what head changed elsewhere in the rule. */
  readonly edits: readonly E[]
  /** Those of `edits` that hold by what a person chose or wrote. */
  readonly decided: ReadonlySet<E>
  /** Those of `edits` that were merged with what head changed in the same rule, each with the edit as it was. */
  readonly merged: ReadonlyMap<E, E>
  readonly conflicts: readonly EditConflict<E>[]
  /** Edits that head already holds, or that were given up: nothing of them is left to do. */
  readonly done: readonly E[]
}

/** The plan's newest version. */
export type Head = {
  readonly rules: readonly Rule[]
  /** What head renamed since the version that the edits began on. */
  readonly renames?: readonly Rename[]
}

/**
 * Carries the edits of a change request to the newest version of the plan. An edit of a rule that head left alone goes
 * along as it is; where head changed the same rule, both changes are merged place by place, and only what collides is
 * for a person. Edits follow a rule that head renamed.
 */
export const bringUpToDate = <E extends Edit>(
  edits: readonly E[],
  { rules, renames = [] }: Head,
  decisions: Decisions = {},
): BroughtUpToDate<E> => {
  const atHead = new Map(rules.map((rule) => [ruleKey(rule), rule]))
  const newIds = new Map(renames.map(({ from, to }) => [ruleKey(from), ruleKey(to)]))
  const outcomes = edits.map((edit) => {
    const theirs = atHead.get(newIds.get(ruleKey(edit)) ?? ruleKey(edit)) ?? null
    return isDone(edit, theirs, atHead)
      ? { edit, carried: 'done' as const }
      : carryEdit(edit, theirs, decisions)
  })
  return withFreeNames(outcomes, rules, atHead, decisions)
}

/** What is clean by itself may still want a name that head has taken meanwhile. */
const withFreeNames = <E extends Edit>(
  outcomes: readonly Outcome<E>[],
  head: readonly Rule[],
  atHead: ReadonlyMap<string, Rule>,
  decisions: Decisions,
): BroughtUpToDate<E> => {
  const carried = outcomes.flatMap((outcome) =>
    typeof outcome.carried === 'object' ? [outcome.carried] : [],
  )
  const applied = applyEdits(head, carried)
  const refused = new Set(applied.ok ? [] : applied.problems.map(({ rule }) => ruleKey(rule)))
  const isRefused = (outcome: Outcome<E>) =>
    typeof outcome.carried === 'object' && refused.has(ruleKey(outcome.carried))
  if (outcomes.some(isRefused))
    return withFreeNames(
      outcomes.map((outcome) => (isRefused(outcome) ? withoutName(outcome, atHead, decisions) : outcome)),
      head,
      atHead,
      decisions,
    )
  const held = outcomes.flatMap((outcome) => ('isDecided' in outcome ? [outcome] : []))
  return {
    edits: carried,
    decided: new Set(held.filter(({ isDecided }) => isDecided).map(({ carried: to }) => to)),
    merged: new Map(held.filter(({ isMerged }) => isMerged).map(({ edit, carried: to }) => [to, edit])),
    conflicts: outcomes.flatMap((outcome) => ('conflict' in outcome ? [outcome.conflict] : [])),
    done: outcomes.flatMap(({ edit, carried: to }) => (to === 'done' ? [edit] : [])),
  }
}

/** The name is another rule's: the only way out is what head calls the rule, or to give up one that is new. */
const withoutName = <E extends Edit>(
  outcome: Outcome<E>,
  atHead: ReadonlyMap<string, Rule>,
  { resolve }: Decisions,
): Outcome<E> => {
  if (typeof outcome.carried !== 'object') return outcome
  const { edit, carried } = outcome
  const taker = atHead.get(ruleKey(idAfterEdit(carried))) ?? null
  const place = takenName(edit, carried, taker)
  const take = resolve?.(place)
  if (take === undefined || take === 'both' || take === 'ours')
    return { edit, carried: 'conflict', conflict: conflictOf(edit, taker, carried.after, [place]) }
  const kept = editBetween(carried, atHead.get(ruleKey(carried)) ?? null, carried, carried.after)
  return kept === null || carried.newKey === undefined
    ? { edit, carried: 'done' }
    : { edit, carried: kept, isDecided: true, isMerged: false }
}

const takenName = (edit: Edit, carried: Edit, taker: Rule | null): MergeConflict => {
  if (carried.newKey !== undefined) {
    const conflict = nameConflict(ruleIdOf(edit), {
      base: edit.key,
      ours: carried.newKey,
      theirs: carried.key,
    })
    return { ...conflict, resolutions: conflict.resolutions.filter(({ take }) => take !== 'ours') }
  }
  const sides = { base: undefined, ours: plain(carried.after), theirs: taker?.jsonSchema }
  const resolutions = waysOut(sides).filter(({ take }) => take === 'theirs')
  return schemaConflictOf(ruleIdOf(edit), { schemaPointer: '', keywords: null, ...sides, resolutions })
}

const plain = (text: string | null) => (text === null ? undefined : JSON.parse(text))
