import type { Rule } from '../../plan/rule'
import { hashText } from '../../plan/rule-hash'
import type { ReplayedCall } from '../../replay/replayed-call'
import { addEvent, addProperty } from './add-to-plan'
import type { Candidate } from './candidate'
import { effectOf } from './effect-of'
import { type BrokenConstraint, type Evidence, evidenceOf } from './evidence'
import { fixInCode } from './fix-in-code'
import { loosenType } from './loosen-type'
import { addEnumValues, dropFormat, makeOptional, widenLimits, widenPattern } from './loosen-values'
import { brokenSince, newVersion } from './new-version'
import { ranked } from './rank'
import type { Suggestion } from './suggestion'

/**
 * Ways to end a violation, ranked by least loosening, each with its effect on the recorded calls of the event.
 * `rules` are those of the plan that the event may be judged by. `onStep` is called after each that was judged.
 */
export const suggestFixes = (
  constraint: BrokenConstraint,
  rules: readonly Rule[],
  calls: readonly ReplayedCall[],
  onStep: () => void = () => {},
): readonly Suggestion[] => {
  const evidence = evidenceOf(constraint, rules, calls)
  const since = brokenSince(evidence)
  const code = fixInCode(constraint, evidence, rules)
  const found = planFixes(constraint, evidence)
  const versioned = since === null ? null : versionFor(found, evidence, rules, since)
  const told = [...found, ...(versioned ? [versioned] : [])].map((candidate): Suggestion => {
    onStep()
    const { kind, title, detail, edits } = candidate
    return {
      ...{
        id: idOf(
          kind,
          edits.map(({ after }) => after),
        ),
        kind,
        title,
        detail,
        edits,
      },
      effect: effectOf(candidate, constraint, rules, calls, since),
      places: kind === 'new-version' ? code.places : [],
      fromAppVersion: kind === 'new-version' ? since : null,
    }
  })
  const inCode: Suggestion = {
    ...{ id: idOf('fix-in-code', []), kind: 'fix-in-code', title: code.title, detail: code.detail },
    ...{ edits: [], effect: null, places: code.places, fromAppVersion: null },
  }
  return ranked([...told, inCode], rules, code.isLikely)
}

const idOf = (kind: string, texts: readonly (string | null)[]): string =>
  hashText(JSON.stringify([kind, texts])).slice(0, 16)

/** Those that can be made, each once. */
const planFixes = (constraint: BrokenConstraint, evidence: Evidence): readonly Candidate[] => {
  const made = waysOf(constraint, evidence).filter((one): one is Candidate => one !== null)
  return [
    ...new Map(made.toReversed().map((one) => [one.edits.map(({ after }) => after).join(), one])).values(),
  ].toReversed()
}

const waysOf = (constraint: BrokenConstraint, evidence: Evidence): readonly (Candidate | null)[] => {
  switch (constraint.type) {
    case 'unplanned-event':
      return addEvent(constraint, evidence)
    case 'unplanned-property':
      return addProperty(constraint, evidence)
    case 'required':
      return makeOptional(constraint, evidence)
    case 'invalid-type':
      return loosenType(constraint, evidence)
    case 'enum':
      return addEnumValues(constraint, evidence)
    case 'range':
    case 'length':
    case 'items':
      return widenLimits(constraint.type)(constraint, evidence)
    case 'pattern':
      return widenPattern(constraint, evidence)
    case 'format':
      return dropFormat(constraint, evidence)
    case 'combination':
    case 'other':
      return []
  }
}

const versionFor = (
  found: readonly Candidate[],
  { rule }: Evidence,
  rules: readonly Rule[],
  since: string,
): Candidate | null => {
  const best = found.find(({ kind }) => kind !== 'allow-anything')
  return best && rule ? newVersion(best, rule, rules, since) : null
}
