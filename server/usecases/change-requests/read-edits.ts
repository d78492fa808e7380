import type { EditInput } from '@/contracts/change-request'
import { applyEdits, type EditProblem } from '@/domain/plan/apply-edits'
import type { Edit } from '@/domain/plan/edit'
import { exactEqual } from '@/domain/plan/exact-equal'
import type { ExactJson } from '@/domain/plan/exact-json'
import { longestKey } from '@/domain/plan/longest-key'
import { parseSchema } from '@/domain/plan/parse-schema'
import type { Rule } from '@/domain/plan/rule'
import { ruleHash } from '@/domain/plan/rule-hash'
import { checkRuleId, type RuleIdProblem, ruleIdOf, ruleKey } from '@/domain/plan/rule-id'
import { fail } from '../fail'
import { isKeepable } from './is-keepable'

type FieldProblem = { readonly path: string; readonly message: string }

/**
 * What people sent, as edits on the rules of the base version. Edits that change nothing are left out. Fails with
 * `invalid-input` and a path for each problem when an edit cannot be made, or would lose something silently.
 */
export const readEdits = (base: readonly Rule[], inputs: readonly EditInput[]): readonly Edit[] => {
  const rules = new Map(base.map((rule) => [ruleKey(rule), rule]))
  const readings = inputs.map((input, i) => readEdit(input, rules.get(ruleKey(input)), `edits.${i}`))
  const problems = readings.flatMap((reading) => ('problem' in reading ? [reading.problem] : []))
  if (problems.length > 0) fail({ code: 'invalid-input', fields: problems })

  const edits = readings.flatMap((reading) => ('edit' in reading ? [reading.edit] : []))
  const applied = applyEdits(base, edits)
  if (!applied.ok) fail({ code: 'invalid-input', fields: applied.problems.map(located(inputs)) })
  return edits.filter(({ before, after, newKey }) => newKey !== undefined || !isSameContent(before, after))
}

const located =
  (inputs: readonly EditInput[]) =>
  ({ rule, message }: EditProblem): FieldProblem => {
    const at = inputs.findLastIndex((input) => ruleKey(input) === ruleKey(rule))
    return { path: `edits.${at}`, message }
  }

const isSameContent = (before: string | null, after: string | null): boolean =>
  before !== null && after !== null && (before === after || ruleHash(before) === ruleHash(after))

type Reading = { readonly edit: Edit } | { readonly problem: FieldProblem }

const readEdit = (input: EditInput, base: Rule | undefined, path: string): Reading => {
  const unkeepable = [input.key, input.newKey].find((key) => typeof key === 'string' && !isKeepable(key))
  if (unkeepable !== undefined)
    return { problem: { path: `${path}.key`, message: 'A name cannot hold U+0000 or half a character.' } }
  const idProblem = checkRuleId(input)
  if (idProblem !== null) return { problem: idProblemAt(idProblem, path) }
  if (input.newKey !== undefined && input.key === null)
    return { problem: { path: `${path}.newKey`, message: 'A rule without a key has no name to change.' } }
  if (input.newKey !== undefined && base === undefined)
    return { problem: { path: `${path}.newKey`, message: 'Only a rule of the plan can be renamed.' } }
  if (base === undefined && input.jsonSchema === null)
    return {
      problem: { path: `${path}.key`, message: 'The rule is not in the plan, so it cannot be removed.' },
    }
  const after = readText(input, base, path)
  if (typeof after === 'object' && after !== null) return { problem: after }
  const rename = input.newKey === undefined || input.newKey === input.key ? {} : { newKey: input.newKey }
  return { edit: { ...ruleIdOf(input), ...rename, before: base?.schemaText ?? null, after } }
}

const readText = (input: EditInput, base: Rule | undefined, path: string): string | null | FieldProblem => {
  if (input.jsonSchema === null) return null
  const sent = input.jsonSchema as ExactJson
  if (input.schemaText === undefined) return textOf(sent, base, path)
  if (!isKeepable(input.schemaText))
    return { path: `${path}.schemaText`, message: 'The text holds half a character (a lone surrogate).' }
  const parsing = parseSchema(input.schemaText)
  if (!parsing.ok) return { path: `${path}.schemaText`, message: parsing.refusal.message }
  if (exactEqual(parsing.value, sent)) return input.schemaText
  return { path: `${path}.schemaText`, message: 'It says something else than jsonSchema.' }
}

/** JSON clients round integers beyond 2^53, so a rule that holds one can only be edited by its text. */
const textOf = (sent: ExactJson, base: Rule | undefined, path: string): string | FieldProblem => {
  const known = base === undefined ? undefined : parseSchema(base.schemaText)
  if (base !== undefined && known?.ok === true) {
    if (exactEqual(known.value, sent)) return base.schemaText
    if (known.inexact.length > 0) {
      const places = known.inexact.join(', ')
      return {
        path: `${path}.jsonSchema`,
        message: `The rule holds numbers that JSON programs round (${places}). Send its text as schemaText.`,
      }
    }
  }
  const text = JSON.stringify(sent)
  const parsing = parseSchema(text)
  return parsing.ok ? text : { path: `${path}.jsonSchema`, message: parsing.refusal.message }
}

const idProblemAt = (problem: RuleIdProblem, path: string): FieldProblem => ({
  path: `${path}.${problem === 'version-invalid' ? 'version' : 'key'}`,
  message: idProblems[problem],
})

const idProblems: Readonly<Record<RuleIdProblem, string>> = {
  'key-missing': 'A TRACK rule needs the name of its event as key.',
  'key-not-allowed': 'COMMON, IDENTIFY and GROUP rules have no key.',
  'key-too-long': `A name may have ${longestKey} bytes at most.`,
  'version-invalid': 'A version is a whole number from 1.',
}
