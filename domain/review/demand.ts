import { type Level, worstLevel } from '../impact/verdict'
import type { Edit } from '../plan/edit'
import { isJsonObject, type Json } from '../plan/json'
import { parseSchema } from '../plan/parse-schema'
import type { RuleId } from '../plan/rule'
import { ruleIdOf } from '../plan/rule-id'
import type { EditMark } from './change-request'
import { covers } from './ownership'
import type { Ownership, Policy } from './policy'
import { touchesPersonalData } from './touches-personal-data'

/** Why a rule takes as many approvals as it does. */
export type DemandReason =
  | 'any-change'
  | 'documentation'
  | 'breaking'
  | 'unknown'
  | 'personal-data'
  | 'consumer-affecting'
  /** The checks have not told yet what the edit does, so the most that it may come to is asked for. */
  | 'not-judged'

/** What a policy asks for one touched rule. */
export type Demand = {
  readonly rule: RuleId
  readonly approvals: number
  readonly reason: DemandReason
  readonly ownerships: readonly Ownership[]
}

/** The worst opinions on an edit: of all, and of those on readers. */
export type EditLevels = { readonly worst: Level; readonly readers: Level }

/** Null where an edit has not been judged yet. */
export type LevelsOf = (edit: Edit | EditMark) => EditLevels | null

/**
 * What a policy asks for each rule that the edits touch, in their order. Marks will do for a policy that goes by no
 * texts (`asksForTexts`).
 */
export const requiredOf = (
  policy: Policy,
  edits: readonly (Edit | EditMark)[],
  levelsOf: LevelsOf,
): readonly Demand[] =>
  edits.map((edit) => ({
    rule: ruleIdOf(edit),
    ...approvalsFor(policy, edit, levelsOf),
    ownerships: ownershipsOf(policy, edit),
  }))

/** Whether a policy has to know what an edit does; else nobody needs to look. */
export const asksForLevels = (policy: Policy): boolean =>
  policy.breaking > policy.approvals ||
  policy.unknown > policy.approvals ||
  policy.consumerAffecting > policy.approvals ||
  forWords(policy) < policy.approvals

/** Whether a policy has to read what an edit says: it asks for labels, or for personal data. */
export const asksForTexts = (policy: Policy): boolean =>
  policy.personalData > forWords(policy) || policy.ownerships.some(({ label }) => label !== null)

/** Whether a policy asks for somebody's approval whatever an edit does. */
export const asksOfEveryEdit = (policy: Policy): boolean => forWords(policy) > 0

const textsOf = (edit: Edit | EditMark): Edit => {
  if ('fingerprint' in edit) throw new Error('The policy goes by texts that were not read.')
  return edit
}

const forWords = ({ approvals, documentation }: Policy): number =>
  Math.min(approvals, documentation ?? approvals)

const safe: EditLevels = { worst: 'safe', readers: 'safe' }

const approvalsFor = (
  policy: Policy,
  edit: Edit | EditMark,
  levelsOf: LevelsOf,
): Pick<Demand, 'approvals' | 'reason'> => {
  const { approvals, breaking, unknown, personalData, consumerAffecting } = policy
  const levels = asksForLevels(policy) ? levelsOf(edit) : safe
  const level = levels?.worst
  const hurtsReaders = levels?.readers === 'breaking' || levels?.readers === 'unknown'
  const isPersonal = personalData > forWords(policy) && touchesPersonalData(textsOf(edit))
  const demands: Pick<Demand, 'approvals' | 'reason'>[] = [
    level === 'documentation' && forWords(policy) < approvals
      ? { approvals: forWords(policy), reason: 'documentation' }
      : { approvals, reason: 'any-change' },
    ...(level === 'breaking' ? [{ approvals: breaking, reason: 'breaking' } as const] : []),
    ...(level === 'unknown' ? [{ approvals: unknown, reason: 'unknown' } as const] : []),
    ...(hurtsReaders ? [{ approvals: consumerAffecting, reason: 'consumer-affecting' } as const] : []),
    ...(levels === null
      ? [{ approvals: Math.max(breaking, unknown, consumerAffecting), reason: 'not-judged' } as const]
      : []),
    ...(isPersonal ? [{ approvals: personalData, reason: 'personal-data' } as const] : []),
  ]
  return demands.reduce((most, demand) => (demand.approvals > most.approvals ? demand : most))
}

/** An edit belongs to whoever owned the rule before it, and to whoever owns it after. */
const ownershipsOf = (policy: Policy, edit: Edit | EditMark): readonly Ownership[] => {
  const { ownerships } = policy
  if (ownerships.length === 0) return []
  const [before, after] = labelsBeside(policy, edit)
  const faces = [
    { type: edit.type, key: edit.key, labels: before },
    { type: edit.type, key: edit.newKey ?? edit.key, labels: after },
  ]
  return ownerships.filter((ownership) => faces.some((face) => covers(ownership, face)))
}

type Labels = readonly (readonly [string, string])[]

const labelsBeside = ({ ownerships }: Policy, edit: Edit | EditMark): readonly [Labels, Labels] => {
  if (ownerships.every(({ label }) => label === null)) return [[], []]
  const { before, after } = textsOf(edit)
  return [labelsOf(before), labelsOf(after)]
}

/** Labels that are no text count by their JSON. */
const labelsOf = (schema: string | null): Labels => {
  const parsing = schema === null ? null : parseSchema(schema)
  const labels = parsing?.ok && isJsonObject(parsing.value) ? parsing.value.labels : undefined
  return isJsonObject(labels) ? Object.entries(labels).map(([name, value]) => [name, textOf(value)]) : []
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/**
 * The levels of an edit as a whole, of the opinions on its changes; null while some of them are not settled. An edit
 * that refuses something only together with what the plan changed breaks, however safe each of its changes is.
 */
export const levelsOfChanges = (
  changes: readonly { readonly senders: Level; readonly readers: Level; readonly pending?: true }[],
  { breaksJointly }: { readonly breaksJointly: boolean },
): EditLevels | null => {
  if (changes.some(({ pending }) => pending === true)) return null
  const readers = worstLevel(changes.map((change) => change.readers))
  const worst = worstLevel([readers, ...changes.map(({ senders }) => senders)])
  return { worst: breaksJointly ? 'breaking' : worst, readers }
}
