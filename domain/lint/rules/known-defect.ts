import { defectKinds } from '../../plan/defects/defect-kinds'
import { type Defect, knownDefects } from '../../plan/defects/known-defects'
import { repairRule } from '../../plan/defects/repair-rule'
import { repairSchema } from '../../plan/defects/repair-schema'
import type { RuleId } from '../../plan/rule'
import { pointerSegments, toMessagePointer } from '../../plan/schema-pointer'
import { grouped } from '../grouped'
import type { Finding, Found, LintRule } from '../lint-rule'
import type { LintedRule } from '../linted-rule'

export const knownDefect: LintRule = {
  id: 'known-defect',
  title: 'Every schema is JSON Schema draft-07',
  why: 'What departs from it judges nothing, or makes strict tools refuse the whole rule.',
  checkEach: () => findingsOf,
  fix: (rule, { at }) =>
    repairRule(rule, {
      choose: ({ defect, certainty }) => certainty === 'certain' && at.includes(defect.pointer),
    }).rule,
}

const findingsOf = ({ rule, id }: LintedRule, found: Found): readonly Finding[] => {
  const defects = knownDefects(rule.jsonSchema).filter((defect) => !isNote(defect))
  if (defects.length === 0) return []
  const certain = new Map(
    repairSchema(rule.jsonSchema).repairs.map(({ defect, what }) => [defect.pointer, what]),
  )
  const refused = defects.filter(({ strict }) => strict === 'refuses').map((defect) => [defect])
  // What validators pass over tends to stand on every property; once for a rule is enough.
  const passedOver = grouped(
    defects.filter(({ strict }) => strict === 'ignores'),
    kindOf,
  )
  return [...refused, ...passedOver.values()].flatMap((same) => findingOn(id, same, certain, found))
}

/** Labels that people put beside a property, and what tools mark as a note of their own, are no news. */
const isNote = ({ name, pointer }: Defect): boolean =>
  name === 'labels-keyword' || (name === 'unknown-keyword' && keywordOf(pointer).startsWith('x-'))

const keywordOf = (pointer: string): string => pointerSegments(pointer).at(-1) ?? ''

const kindOf = ({ name, pointer }: Defect): string =>
  name === 'unknown-keyword' ? `${name} ${keywordOf(pointer)}` : name

const findingOn = (
  rule: RuleId,
  same: readonly Defect[],
  certain: ReadonlyMap<string, string>,
  found: Found,
): readonly Finding[] => {
  const [first, ...others] = same
  if (first === undefined) return []
  const at = same.map(({ pointer }) => pointer)
  const what = certain.get(first.pointer)
  const fix = what !== undefined && at.every((pointer) => certain.has(pointer)) ? { what, at } : undefined
  if (others.length === 0) return [found({ rule, pointer: placeOf(first.pointer) }, first.explanation, fix)]
  const { title } = defectKinds[first.name]
  return [found({ rule }, `${title}, in ${same.length} places. ${first.explanation}`, fix)]
}

/** The nearest place in the message. */
const placeOf = (schemaPointer: string): string =>
  toMessagePointer(schemaPointer) ??
  toMessagePointer(schemaPointer.slice(0, schemaPointer.lastIndexOf('/'))) ??
  ''
